import { readConfig } from './runtime/config.ts';
import { createLog } from './runtime/log.ts';
import { run } from './runtime/run.ts';
import { startService } from './wire/service.ts';

/** The service: both APIs, and deliveries unless DELIVERY_CONCURRENCY is 0. */
await run(async () => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const service = await startService(config, log, {
    announce: (line) => void process.stdout.write(`${line}\n`),
  });
  log.info('Ready.', { port: service.port });
  return {
    async stop() {
      log.info('Stopping.');
      await service.stop();
      log.info('Stopped.');
    },
  };
});
