import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chown, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../runtime/failure.ts';

/** The operating-system user that the private PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  /** True when it is not the user we run under, because we are root. */
  readonly isOther: boolean;
  own(path: string): Promise<void>;
  /** Starts a program in a session of its own, its output appended to the open file `log`. */
  start(program: string, args: readonly string[], log: number): ChildProcess;
}

interface User {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. As an ordinary user it runs under that user; as root under the owner of its data,
 * else `postgres`, else `nobody`. Where that user cannot pass the directories above `paths` (a clone in /root or in a
 * `mktemp -d`), it gets the one capability to pass them, through setpriv of util-linux.
 *
 * @throws Failure when it cannot be given that capability.
 */
export async function findAccount(data: string, paths: readonly string[]): Promise<Account> {
  const ourUid = process.getuid?.() ?? -1;
  if (ourUid !== 0) return { uid: ourUid, isOther: false, own: () => Promise.resolve(), start: startDetached };
  const user = await unprivilegedUser(data);
  const other = { uid: user.uid, isOther: true, own: (path: string) => chown(path, user.uid, user.gid) };
  const reachable = await Promise.all(paths.map((path) => canReach(user, path)));
  if (reachable.every(Boolean)) return { ...other, start: (...call) => startDetached(...call, user) };
  const setpriv = workingSetpriv(user);
  return {
    ...other,
    start: (program, args, log) => startDetached('setpriv', [...setpriv, '--', program, ...args], log),
  };
}

function startDetached(program: string, args: readonly string[], log: number, user?: User): ChildProcess {
  const child = spawn(program, args, { ...user, env: {}, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  return child.on('error', () => undefined); // a program that cannot be started has an exit code too
}

async function unprivilegedUser(data: string): Promise<User> {
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  const entry = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  const [, , uid, gid] = entry ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Whether the mode bits let the user pass every directory above the path. */
async function canReach(user: User, path: string): Promise<boolean> {
  const directory = dirname(path);
  if (directory !== path && !(await canReach(user, directory))) return false;
  const { uid, gid, mode } = await stat(directory);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/**
 * PostgreSQL looks at its files with access(2), which ignores capabilities of ordinary users unless the secure bit
 * no_setuid_fixup is set (capabilities(7)). Containers often hold back dac_read_search but grant dac_override.
 */
function workingSetpriv({ uid, gid }: User): string[] {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const args = [
      ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
      ...[`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`],
    ];
    if (spawnSync('setpriv', [...args, '--', 'true'], { stdio: 'ignore', env: {} }).status === 0) return args;
  }
  const message = 'PostgreSQL does not run as root here: run as an ordinary user or set DATABASE_URL.';
  throw new Failure('rejected', 'PRIVATE_POSTGRES', message);
}
