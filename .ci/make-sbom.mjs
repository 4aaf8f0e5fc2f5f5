// The CycloneDX list of what is shipped: the packages of production, and those of development that are bundled into the
// pages of the console. The same package-lock.json makes the same bytes: no time, no chance, no name of a folder.
//   node .ci/make-sbom.mjs <file> [--omit=optional]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, omit] = process.argv.slice(2);
if (file === undefined || (omit !== undefined && omit !== '--omit=optional')) {
  process.stderr.write('Usage: node .ci/make-sbom.mjs <file> [--omit=optional]\n');
  process.exit(1);
}

/** Packages that state their licence in a form too old for npm to take it over. */
const LICENCES = { busboy: 'MIT', streamsearch: 'MIT' };

const own = read('package.json');
// Of everything: npm 11 leaves out what we need ourselves when it is told to omit what only development needs.
const all = npmSbom();
const optional = omit === undefined ? new Set() : optionalPackages();
const production = Object.keys({ ...own.dependencies, ...own.optionalDependencies });
const shipped = reachedFrom(new Set([...production, ...bundledPackages()]));

const { tools, component, ...metadata } = all.metadata;
delete metadata.timestamp;
const list = {
  ...all,
  metadata: {
    ...metadata,
    tools: tools.map(({ vendor, name }) => ({ vendor, name })),
    component: { ...component, type: 'application', name: own.name },
  },
  components: all.components.filter((each) => shipped.has(each['bom-ref'])).map(withLicence),
  dependencies: all.dependencies
    .filter(({ ref }) => shipped.has(ref) || ref === component['bom-ref'])
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => shipped.has(each)) })),
};
delete list.serialNumber;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ ...list, serialNumber: serialOf(list) }, null, 2)}\n`);

function npmSbom() {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  return JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }));
}

function read(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

/** What `npm ci --omit=optional` leaves out. */
function optionalPackages() {
  const entries = Object.entries(read('package-lock.json').packages).filter(([, { optional }]) => optional);
  return new Set(entries.map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`));
}

/** What the pages of the console import by name. */
function bundledPackages() {
  const web = join(root, 'src', 'console', 'web');
  const texts = readdirSync(web, { recursive: true })
    .filter((name) => /\.(tsx?|css)$/.test(name) && name !== 'vite.config.ts')
    .map((name) => readFileSync(join(web, name), 'utf8'));
  const imported = texts.flatMap((text) => [...text.matchAll(/(?:from|import) ?\(?'(@[^/']+\/[^/']+|[^@./'][^/']*)/g)]);
  return new Set(imported.map(([, name]) => name));
}

/** Those of our own dependencies that are named, and everything that they need. */
function reachedFrom(names) {
  const needs = new Map(all.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const ours = needs.get(all.metadata.component['bom-ref']);
  const refs = ours.filter((ref) => names.has(ref.slice(0, ref.lastIndexOf('@'))));
  const found = new Set();
  while (refs.length > 0) {
    const ref = refs.pop();
    if (found.has(ref) || optional.has(ref)) continue;
    found.add(ref);
    refs.push(...(needs.get(ref) ?? []));
  }
  return found;
}

function withLicence(component) {
  const id = LICENCES[component.name];
  return component.licenses || !id ? component : { ...component, licenses: [{ license: { id } }] };
}

/** A UUID (version 8 of RFC 9562) of the content. */
function serialOf(content) {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
