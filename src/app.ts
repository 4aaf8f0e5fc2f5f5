import express, { type Express } from 'express';
import { serveAdminApi, type AdminApiParts } from './console/admin-api.ts';
import { serveDocs } from './console/serve-docs.ts';
import { serveSignpost } from './console/serve-signpost.ts';
import { servePartnerApi, type PartnerApiParts } from './intake/partner-api.ts';

/** The HTTP face of the service: the two contracts, their documentation, and a clear answer for everything else. */
export function createApp(partner: PartnerApiParts, admin: AdminApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  servePartnerApi(app, partner);
  serveAdminApi(app, admin);
  serveDocs(app);
  serveSignpost(app);
  app.use((_request, response) => {
    response.status(404).type('application/problem+json').json({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      code: 'NOT_FOUND',
      detail: 'There is nothing here. The API is described at /docs.',
      reference: admin.newId(),
    });
  });
  return app;
}
