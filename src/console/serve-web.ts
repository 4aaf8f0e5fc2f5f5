import express, { type Response, type Router } from 'express';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm run build:console` makes; `build/` stands beside `src/` and `dist/`. */
const BUILT = join(import.meta.dirname, '..', '..', 'build', 'console');

/** Everything comes from this server. Styles that a component writes at run time carry the nonce of their page. */
const policyOf = (nonce: string): string =>
  [
    ["default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self'"],
    ["connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"],
  ]
    .flat()
    .join('; ');

/** The console at `/console`: one page for every path below it, which the links written into iCIMS lead to as well. */
export function serveWeb(router: Router): void {
  const page = readPage();
  const web = express.Router();
  web.use('/assets', express.static(join(BUILT, 'assets'), { index: false, immutable: true, maxAge: '1y' }));
  web.get('/icon.svg', (_request, response) => response.sendFile(join(BUILT, 'icon.svg')));
  web.get('/{*path}', (_request, response) => sendPage(response, page));
  router.use('/console', web);
}

function sendPage(response: Response, page: string | undefined): void {
  const nonce = randomBytes(16).toString('base64');
  response.set({
    'Content-Security-Policy': policyOf(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  if (page === undefined)
    response.status(503).type('text').send('The console was not built: `npm run build:console`.\n');
  else response.type('html').send(page.replace('%NONCE%', nonce));
}

/** Undefined where the service runs from sources that were never built: the API serves all the same. */
function readPage(): string | undefined {
  try {
    return readFileSync(join(BUILT, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
}
