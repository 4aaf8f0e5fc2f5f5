// Runs a program of this project on its own Node, after `npm ci` if the lock file changed since the last one.
// Plain JavaScript without dependencies: it is what a fresh clone runs first, on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed; see its message above.\n');
    process.exit(1);
  }
}

const ownNode = join(root, 'node_modules', '.bin', 'node');
const node = existsSync(ownNode) ? ownNode : process.execPath;

// The pages of the console, when they or their libraries are newer than what was built last.
const built = join(root, 'build', 'console', 'index.html');
if (!existsSync(built) || newestOf(join(root, 'src', 'console', 'web')) > statSync(built).mtimeMs) {
  process.stderr.write('Building the console …\n');
  const vite = [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', 'src/console/web/vite.config.ts'];
  const { status } = spawnSync(node, [...vite, '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) {
    process.stderr.write('The console could not be built; see the message above.\n');
    process.exit(1);
  }
}

const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** Milliseconds of the newest file in a folder. */
function newestOf(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)).mtimeMs);
  return Math.max(...files, statSync(lock).mtimeMs);
}
