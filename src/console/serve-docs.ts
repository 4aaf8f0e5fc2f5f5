import express, { type Router } from 'express';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { specPath, type SpecName } from '../contract/specs.ts';

const shown: readonly { readonly name: SpecName; readonly title: string }[] = [
  { name: 'partner', title: 'Partner API (iCIMS calls it)' },
  { name: 'admin', title: 'Admin API' },
  { name: 'cases-webhook', title: 'Webhook case system (we call it)' },
  { name: 'icims', title: 'iCIMS REST API (the slice we rely on)' },
];

/** Everything comes from this server; the one inline style attribute set is Swagger UI's own. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Interactive documentation of our contracts at `/docs`, from the very files that are served. */
export function serveDocs(router: Router): void {
  const assets = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/swagger-ui.css')));
  const docs = express.Router();
  docs.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  });
  docs.get('/', (_request, response) => void response.type('html').send(page()));
  docs.get('/start.js', (_request, response) => void response.type('text/javascript').send(script()));
  for (const { name } of shown) {
    docs.get(`/${name}.yaml`, (_request, response) => response.type('application/yaml').sendFile(specPath(name)));
  }
  docs.use('/assets', express.static(assets, { index: false, maxAge: '1h' }));
  router.use('/docs', docs);
}

function page(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Immigration connector: API</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
    <link rel="icon" href="/docs/assets/favicon-32x32.png" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/assets/swagger-ui-standalone-preset.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;
}

function script(): string {
  const urls = shown.map(({ name, title }) => ({ url: `/docs/${name}.yaml`, name: title }));
  return `SwaggerUIBundle({
  dom_id: '#api',
  urls: ${JSON.stringify(urls)},
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
});
`;
}
