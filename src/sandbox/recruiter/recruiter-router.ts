import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { recruiterPage } from './recruiter-page.ts';
import { resultsHtml } from './workflow-row.ts';
import { workflowViews } from './workflow-view.ts';

type Platforms = ReadonlyMap<string, SimulatedPlatform>;

/** The recruiter's page of each platform, what it asks for while it is open, and its own files. */
export function recruiterRouter(platforms: Platforms): Router {
  const router = express.Router();
  const withPlatform =
    (handle: (platform: SimulatedPlatform, request: Request, response: Response) => void | Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      const platform = platforms.get(String(request.params['customerId']));
      if (platform === undefined) response.status(404).type('text').send('No such platform');
      else await handle(platform, request, response);
    };
  router.use('/assets', express.static(join(import.meta.dirname, 'assets'), { index: false }));
  router.use((_request, response, next) => {
    response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.get(
    '/:customerId',
    withPlatform((platform, _request, response) => {
      response.type('html').send(recruiterPage(platform, [...platforms.values()]));
    }),
  );
  router.get(
    '/:customerId/state',
    withPlatform((platform, _request, response) => {
      response.json(stateOf(platform));
    }),
  );
  router.post('/:customerId/moves', express.json(), withPlatform(answerMove));
  return router;
}

/** What changes while the page is open: statuses and write-back entries. */
function stateOf(platform: SimulatedPlatform) {
  const workflows = workflowViews(platform).map(({ type, id, status, results }) => ({
    type,
    id,
    status,
    results: resultsHtml(results).html,
  }));
  return { workflows, faults: platform.faults.list(), calls: platform.calls.counts().calls };
}

async function answerMove(platform: SimulatedPlatform, request: Request, response: Response): Promise<void> {
  if (platform.connector === null) {
    response.status(409).json({ error: 'No connector is set for this platform.' });
    return;
  }
  const { type, id, statusId } = request.body as {
    type: 'applicantworkflows' | 'onboardworkflows';
    id: string;
    statusId: string;
  };
  const { event, answer, shown, statusId: nowAt } = await platform.moveToStatus({ type, id }, statusId);
  response.json({
    event,
    shown,
    statusId: nowAt,
    status: answer.status,
    ms: Math.round(answer.ms),
    body: answer.body,
    headers: answer.sentHeaders,
  });
}
