import { readConfig } from './runtime/config.ts';
import { createLog } from './runtime/log.ts';
import { run } from './runtime/run.ts';
import { wire } from './wire/wire.ts';

/** Deliveries only: any number of these may run beside the service, on the same database. */
await run(async () => {
  const config = readConfig({ DELIVERY_CONCURRENCY: '64', ...process.env });
  const log = createLog(config.logLevel);
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const connector = await wire({ config, log, publicUrl });
  log.info('Delivering.');
  return {
    async stop() {
      await connector.drain();
      await connector.close();
      log.info('Stopped.');
    },
  };
});
