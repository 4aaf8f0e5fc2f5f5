// Makes the TypeScript types of openapi/*.yaml. With --check it only says whether the committed ones are fresh.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const check = process.argv.includes('--check');
const stale = [];
await mkdir('src/contract/generated', { recursive: true });
for (const name of ['partner', 'admin', 'icims', 'cases-webhook']) {
  const ast = await openapiTS(new URL(`../openapi/${name}.yaml`, import.meta.url), {
    immutable: false,
    defaultNonNullable: false,
  });
  const text = `// Generated from openapi/${name}.yaml by \`npm run generate\`. Do not edit.\n${astToString(ast)}`;
  const file = `src/contract/generated/${name}.ts`;
  const committed = await readFile(file, 'utf8').catch(() => '');
  if (committed === text) continue;
  stale.push(file);
  if (!check) await writeFile(file, text);
}
if (check && stale.length > 0) {
  process.stderr.write(`Generated types are stale: ${stale.join(', ')}. Run \`npm run generate\` and commit.\n`);
  process.exit(1);
}
process.stdout.write(check ? 'Generated types are fresh.\n' : `Wrote ${stale.length} file(s).\n`);
