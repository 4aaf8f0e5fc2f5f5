import { type SituationKey } from '../../sandbox/seed/situations.ts';
import { lookUp } from '../browser/recruiter.ts';
import { type Scene } from './scene.ts';

/** Use case 2: the same candidate is moved to the trigger status again. */
export async function duplicate(scene: Scene): Promise<void> {
  const { platform } = scene.stage;
  const who = platform.candidate('h1b-transfer');
  const first = await scene.move(who, platform.employer.statuses.offerAccepted.id);
  await scene.follow(first, ({ state }) => state === 'delivered');
  const second = await scene.move(who, platform.employer.statuses.offerAccepted.id);
  await scene.screenshot('duplicate', who);
  await scene.keepRaw(second);
}

/** A candidate whose move is refused: the sentence on the screen, raw and as translated by the platform. */
export function refused(situation: SituationKey) {
  return async (scene: Scene): Promise<void> => {
    const { platform } = scene.stage;
    const who = platform.candidate(situation);
    const moved = await scene.move(who, platform.employer.statuses.offerAccepted.id);
    await scene.screenshot('refused', who);
    await scene.keepRaw(moved);
  };
}

/** iCIMS' credential towards us is wrong. */
export async function wrongCredential(scene: Scene): Promise<void> {
  const { platform, connection } = scene.stage;
  const { basic, hmac, oauth2 } = platform.credentials.events;
  const wrong = {
    basic: { ...basic, password: 'not-the-password' },
    hmac: { ...hmac, key: 'not-the-key' },
    oauth2: { ...oauth2, clientSecret: 'not-the-secret' },
  };
  // Basic: the event itself is refused, whichever way the platform usually logs in.
  platform.connect(connection, { authentication: 'basic', credentials: wrong });
  await refused('tn-mexico')(scene);
  platform.connect(connection);
}

/** iCIMS does not answer our reads; when it does again, the same move goes through. */
export async function icimsUnavailable(scene: Scene): Promise<void> {
  const { platform, page } = scene.stage;
  const who = platform.candidate('tn-canada');
  platform.faults.set({ kind: 'error-503', retryAfterSeconds: 30 });
  const moved = await scene.move(who, platform.employer.statuses.offerAccepted.id);
  await scene.screenshot('unavailable', who);
  await scene.keepRaw(moved);
  platform.faults.clear();
  scene.note('iCIMS answers again; the recruiter tries once more');
  await lookUp(page, scene.recruiterUrl, who);
  const again = await scene.move(who, platform.employer.statuses.offerAccepted.id);
  await scene.follow(again, ({ state }) => state === 'delivered');
}
