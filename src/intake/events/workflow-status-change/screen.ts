import { type Profile } from '../../../icims/icims.ts';
import { Failure, toFailure } from '../../../runtime/failure.ts';
import { withDeadline } from '../../../runtime/with-deadline.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';
import { type ReadProfiles, workflowTypeOf } from '../../read-hire.ts';
import {
  assessHire,
  type AssessedHire,
  screenHire,
  screenNewHire,
  type NotEnabled,
  type ScreenedHire,
} from '../../screen-hire.ts';

/** What is under way, and what a screening needs of intake. */
export type ScreeningWork = Pick<EventWork, 'event' | 'platform' | 'targets' | 'receivedAt'>;
export type ScreeningParts = Pick<IntakeParts, 'icims' | 'locations' | 'clock' | 'deadlineMs'>;

/** Screens the hire of an event against iCIMS, under the event's deadline. Throws `Failure` in the terms of the answer. */
export function screen(work: ScreeningWork, parts: ScreeningParts): Promise<ScreenedHire> {
  return screenBy(screenHire, work, parts);
}

/** The same for a hire that would be new. */
export function screenNew(work: ScreeningWork, parts: ScreeningParts): Promise<ScreenedHire | NotEnabled> {
  return screenBy(screenNewHire, work, parts);
}

/** The same for whoever wants to know of an incomplete hire what it holds. */
export function assess(work: ScreeningWork, parts: ScreeningParts): Promise<AssessedHire> {
  return screenBy(assessHire, work, parts);
}

type Screen<Screened> = (work: ScreeningWork, profiles: ReadProfiles, readAt: string) => Promise<Screened>;

async function screenBy<Screened>(
  screenOne: Screen<Screened>,
  work: ScreeningWork,
  parts: ScreeningParts,
): Promise<Screened> {
  const { platform } = work;
  const { locations, clock } = parts;
  const screenWith = (read: ReadProfiles['read']): Promise<Screened> => {
    const readLocation = (companyId: string, fields: readonly string[]): Promise<Profile> =>
      locations.read(platform, companyId, () => read({ profile: 'companies', id: companyId, fields }));
    return screenOne(work, { read, readLocation }, clock().toISOString());
  };
  try {
    return await inTime(work, parts, screenWith);
  } catch (thrown) {
    const failure = toScreeningFailure(toFailure(thrown));
    if (failure.code === 'MISSING_FIELDS') locations.forget(platform);
    throw failure;
  }
}

/** The workflow's status as iCIMS shows it now. Throws as `screen` does. */
export async function readStatus(work: ScreeningWork, parts: ScreeningParts): Promise<unknown> {
  const profile = workflowTypeOf(work.event, work.targets());
  try {
    const ref = { profile, id: work.event.systemId, fields: ['status'] };
    return (await inTime(work, parts, (read) => read(ref)))['status'];
  } catch (thrown) {
    throw toScreeningFailure(toFailure(thrown));
  }
}

/** Reads from iCIMS before the event's deadline, which counts from its receipt. */
function inTime<T>(
  { platform, receivedAt }: ScreeningWork,
  { icims, clock, deadlineMs }: ScreeningParts,
  work: (read: ReadProfiles['read']) => Promise<T>,
): Promise<T> {
  const leftMs = Math.max(receivedAt.getTime() + deadlineMs - clock().getTime(), 0);
  return withDeadline(leftMs, (signal) =>
    work((ref) => icims.readProfile(platform, ref, { signal, priority: 'interactive' })),
  );
}

const noAccess = {
  userMessage: 'The immigration connector may not read this record in iCIMS. Please tell your iCIMS administrator.',
};

/** iCIMS hides missing rights as 404, so a record that was just moved and is not found is one we may not see. */
function toScreeningFailure(failure: Failure): Failure {
  const { code, message, facts } = failure;
  if (code === 'ICIMS_ACCESS') return new Failure(failure.kind, code, message, { facts, ...noAccess });
  if (failure.kind === 'rejected')
    return new Failure('rejected', 'ICIMS_ACCESS', message, { facts: { ...facts, cause: code }, ...noAccess });
  if (failure.kind !== 'unavailable' || code === 'STORE_UNAVAILABLE') return failure;
  return new Failure('unavailable', 'ICIMS_UNAVAILABLE', message, {
    facts: { ...facts, cause: code },
    userMessage: 'The record could not be read from iCIMS just now. Please try again in a minute.',
    ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
  });
}
