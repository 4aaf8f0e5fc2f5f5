import { type Router } from 'express';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Where the links that we write into iCIMS lead. They hold no personal data and show none: whoever follows one is told
 * which record it is and how to read it with a right of their own.
 */
export function serveSignpost(router: Router): void {
  router.get('/console/:kind/:id', (request, response, next) => {
    const { kind, id } = request.params;
    const signpost = signposts.get(kind);
    if (signpost?.id.test(id) === true) {
      response
        .set('Content-Security-Policy', POLICY)
        .type('html')
        .send(page(`${signpost.title} ${id}`, `/api/v1/${kind}/${id}`));
    } else next();
  });
}

const signposts: ReadonlyMap<string, { readonly title: string; readonly id: RegExp }> = new Map([
  ['cases', { title: 'Case', id: /^IMM-[0-9]{6,12}$/ }],
  ['hires', { title: 'Request', id: /^[0-9a-f-]{36}$/ }],
]);

function page(title: string, path: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
      code { overflow-wrap: anywhere; }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
    <p>This record is kept in the immigration connector. Its data is shown only to people with a right to see it.</p>
    <p>With an admin token it is read at <code>GET ${path}</code>; see <a href="/docs">the API documentation</a>.</p>
  </body>
</html>
`;
}
