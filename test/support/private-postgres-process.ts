// A process that uses the private PostgreSQL of the directory in its argument until it is told to stop or is killed.
import { startPrivatePostgres } from '../../src/store/private-postgres.ts';

const server = await startPrivatePostgres({ dataDir: process.argv[2] ?? '', log: () => undefined });
process.stdout.write(`${JSON.stringify(server.connection)}\n`);
process.stdin.resume().on('end', () => void server.stop());
