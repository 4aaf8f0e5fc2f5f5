import { moveToStatus, type MoveResult, type WorkflowRef } from './events/move-to-status.ts';
import { type Connector } from './events/connector.ts';
import { sendEvent, type EventAnswer } from './events/send-event.ts';
import { type EventBody } from './events/status-change-event.ts';
import { CallLog } from './platform/call-log.ts';
import { DailyAllowance } from './platform/allowance.ts';
import { Faults } from './platform/faults.ts';
import { type ProfileType, type Values } from './platform/field.ts';
import { Lists } from './platform/lists.ts';
import { Profiles } from './platform/profiles.ts';
import { Rights } from './platform/rights.ts';
import { SearchCache } from './platform/search-cache.ts';
import { Tokens } from './platform/tokens.ts';
import { credentialsOf, type Credentials, type Employer } from './seed/employer.ts';
import { fieldsOf, listsOf } from './seed/platform-setup.ts';
import { seedPlatform, type Candidate, type Casting } from './seed/seed-platform.ts';
import { type SituationKey } from './seed/situations.ts';

interface Surroundings {
  /** Base URL of the server that hosts this platform. */
  readonly serverUrl: string;
  readonly now: () => Date;
  readonly callLogLimit: number;
}

/** One simulated customer platform: what it holds, what it does wrong, and what a recruiter can do on it. */
export class SimulatedPlatform {
  readonly customerId: string;
  readonly url: string;
  readonly employer: Employer;
  /** Credentials of both directions. */
  readonly credentials: Credentials;
  readonly lists: Lists;
  readonly profiles: Profiles;
  readonly rights = new Rights();
  readonly faults = new Faults();
  readonly calls: CallLog;
  readonly allowance: DailyAllowance;
  readonly tokens: Tokens;
  readonly searches: SearchCache;
  readonly now: () => Date;
  readonly #casting: Casting;
  #connector: Connector | null = null;

  constructor(employer: Employer, { serverUrl, now, callLogLimit }: Surroundings) {
    this.employer = employer;
    this.customerId = employer.customerId;
    this.url = `${serverUrl}/customers/${employer.customerId}`;
    this.now = now;
    this.credentials = credentialsOf(employer.customerId);
    this.lists = new Lists(listsOf(employer));
    this.profiles = new Profiles({ url: this.url, fields: fieldsOf(employer), lists: this.lists, now });
    this.calls = new CallLog(callLogLimit);
    this.allowance = new DailyAllowance(employer.connection.dailyCallLimit, now);
    this.tokens = new Tokens(now);
    this.searches = new SearchCache(now);
    this.#casting = seedPlatform(this.profiles, employer, now);
  }

  /** Where events go; null until `connect`. */
  get connector(): Connector | null {
    return this.#connector;
  }

  get recruiterId(): number {
    return this.#casting.recruiterId;
  }

  get candidates(): readonly Candidate[] {
    return this.#casting.candidates;
  }

  /** The seeded candidate of a situation. */
  candidate(situation: SituationKey): Candidate {
    const found = this.candidates.find((each) => each.situation === situation);
    if (found === undefined) throw new RangeError(`No candidate in situation ${situation}`);
    return found;
  }

  /** A further candidate in a situation, with a workflow of their own. */
  addCandidate(situation: SituationKey): Candidate {
    return this.#casting.add(situation);
  }

  /** The values of a profile, or null. */
  read(type: ProfileType, id: number | string): Values | null {
    return this.profiles.find(type, id)?.values ?? null;
  }

  /** Sets values without any rule, as an admin with all rights would. null deletes. */
  overwrite(type: ProfileType, id: number | string, values: Values): void {
    const profile = this.profiles.find(type, id);
    if (profile === null) throw new RangeError(`No ${type} ${id}`);
    this.profiles.overwrite(profile, values);
  }

  /** Says where this platform's events go, and how it logs in there; what is left out is as the employer has it. */
  connect(urls: { eventsUrl: string; tokenUrl: string }, how: Partial<Connector> = {}): void {
    const { events, gzip } = this.employer.connection;
    this.#connector = {
      authentication: events,
      gzip,
      closeConnection: true,
      credentials: this.credentials.events,
      ...how,
      ...urls,
    };
  }

  /** Sends an event of any type. Throws when no connector is set. */
  sendEvent(event: EventBody): Promise<EventAnswer> {
    if (this.#connector === null) throw new RangeError('Call connect() first');
    return sendEvent(event, this.#connector, this.now);
  }

  /** What a recruiter does: moves a workflow and reads what comes of it. */
  moveToStatus(workflow: WorkflowRef, statusId: string): Promise<MoveResult> {
    return moveToStatus(this, workflow, statusId);
  }
}
