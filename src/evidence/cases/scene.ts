import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { type AdminClient } from '../../sandbox/admin-client.ts';
import { workflowViews } from '../../sandbox/recruiter/workflow-view.ts';
import { type Candidate } from '../../sandbox/seed/seed-platform.ts';
import { type SimulatedPlatform } from '../../sandbox/simulated-platform.ts';
import { Failure } from '../../runtime/failure.ts';
import { cardOf, lookUp, move, unfold, type Moved } from '../browser/recruiter.ts';
import { type Case, type ConnectorEvent, type HireStory } from '../contract-types.ts';
import { type CaseId, type ShownCase, type Step, type WrittenEntry } from './shown-case.ts';

/** Where a use case is played. */
export interface Stage {
  readonly platform: SimulatedPlatform;
  readonly admin: AdminClient;
  readonly page: Page;
  readonly icimsUrl: string;
  /** Where events go; needed to set a wrong credential and the right one again. */
  readonly connection: { readonly eventsUrl: string; readonly tokenUrl: string };
  /** The platform's folder of the pack. */
  readonly directory: string;
  readonly ffmpeg: string;
  /** Times the film stands still to be read: 1, or less when nobody will read it. */
  readonly pace: number;
}

const POLL_MS = 50;
const WITHIN_MS = 30_000;

/** Plays one use case and records it: every step, request, answer and what the connector then tells of it. */
export class Scene {
  readonly stage: Stage;
  readonly #id: CaseId;
  readonly #title: string;
  readonly #steps: Step[] = [];
  readonly #moves: Moved[] = [];
  readonly #written: WrittenEntry[][] = [];
  readonly #files: string[] = [];
  #hire: HireStory | null = null;
  #case: Case | null = null;
  #event: ConnectorEvent | null = null;
  #filmSeconds: number | null = null;

  constructor(stage: Stage, id: CaseId, title: string) {
    this.stage = stage;
    this.#id = id;
    this.#title = title;
  }

  get recruiterUrl(): string {
    return `${this.stage.icimsUrl}/recruiter/${this.stage.platform.customerId}`;
  }

  note(what: string, facts: Step['facts'] = {}, at = new Date().toISOString()): void {
    this.#steps.push({ at, what, facts });
  }

  /** Moves a candidate on the given page, or looks them up on the stage's page first. */
  async move(who: Candidate, statusId: string, onPage?: Page): Promise<Moved> {
    const page = onPage ?? this.stage.page;
    if (onPage === undefined) await lookUp(page, this.recruiterUrl, who);
    const moved = await move(page, who, statusId);
    this.#moves.push(moved);
    const { event, headers, status, ms, body, shown, at } = moved;
    this.note('The recruiter moves the candidate; iCIMS sends the event', { headers, event }, at);
    this.note(`The connector answers ${status}`, { ms, body: parsed(body) });
    this.note(`The recruiter reads: ${moved.onScreen}`, shown.raw === null ? {} : { asSent: shown.raw });
    await this.#readEvent(who);
    return moved;
  }

  /** Pictures of what the recruiter sees: the page, and with `details` the card with event and answer unfolded. */
  async screenshot(name: string, who: Candidate): Promise<void> {
    const { page } = this.stage;
    await page.screenshot({ path: this.#file(`${name}.png`) });
    await unfold(page, who);
    await cardOf(page, who).screenshot({ path: this.#file(`${name}-event-and-answer.png`) });
  }

  /** Keeps the raw event and the raw answer of a move as files. */
  async keepRaw(moved: Moved): Promise<void> {
    const { event, headers, status, ms, body, shown } = moved;
    await this.keep('request.json', { method: 'POST', path: '/icims/v1/events', headers, body: event });
    const { raw: userMessageAsSent, text: shownByThePlatform } = shown;
    await this.keep('answer.json', { status, ms, body: parsed(body), userMessageAsSent, shownByThePlatform });
  }

  async keep(name: string, content: unknown): Promise<void> {
    await writeFile(this.#file(name), `${JSON.stringify(content, null, 2)}\n`);
  }

  /** Notes a file that somebody else writes, and answers its path. */
  file(name: string): string {
    return this.#file(name);
  }

  /** Waits until the hire of a move satisfies the wish, and keeps it with its case. */
  async follow(moved: Moved, wish: (hire: HireStory) => boolean): Promise<HireStory> {
    const { reference } = parsed(moved.body) as { reference?: string };
    const giveUpAt = Date.now() + WITHIN_MS;
    while (reference !== undefined && Date.now() < giveUpAt) {
      const hire = await this.stage.admin.get<HireStory>(`/api/v1/hires/${reference}`);
      if (wish(hire)) return this.#keepHire(hire);
      if (hire.state === 'parked') break;
      await delay(POLL_MS);
    }
    throw new Failure('rejected', 'NOT_SHOWN', `${this.#id}: the hire did not come as far as it should.`);
  }

  /** Reads what stands on the workflow in iCIMS now. */
  readWrittenBack(who: Candidate): readonly WrittenEntry[] {
    const views = workflowViews(this.stage.platform);
    const view = views.find(({ id, type }) => id === who.workflowId && type === 'applicantworkflows');
    const entries = (view?.results ?? []).map(({ name, status, date, url, notes }) => ({
      ...{ name, status, date, url, notes },
    }));
    this.#written.push(entries);
    this.note('On the workflow in iCIMS stands', { assessmentResults: entries });
    return entries;
  }

  /** The case as it is now. */
  async readCase(hire: HireStory): Promise<Case> {
    this.#case = await this.stage.admin.get<Case>(`/api/v1/cases/${hire.caseId ?? ''}`);
    this.note('The case as the connector keeps it', { case: this.#case });
    return this.#case;
  }

  filmed(seconds: number): void {
    this.#filmSeconds = seconds;
  }

  /** What was recorded. */
  shown(icimsCalls: number): ShownCase {
    return {
      ...{ id: this.#id, title: this.#title, steps: this.#steps, moves: this.#moves, event: this.#event },
      ...{ hire: this.#hire, case: this.#case, writtenBack: this.#written, times: this.#times() },
      ...{ icimsCalls, files: this.#files, filmSeconds: this.#filmSeconds },
    };
  }

  #file(name: string): string {
    if (!this.#files.includes(name)) this.#files.push(name);
    return join(this.stage.directory, this.#id, name);
  }

  #keepHire(hire: HireStory): HireStory {
    this.#hire = hire;
    this.note(`The hire is ${hire.state}`, { hire });
    return hire;
  }

  /** The newest event of this workflow; a wrong credential leaves none. */
  async #readEvent(who: Candidate): Promise<void> {
    const { customerId } = this.stage.platform;
    const { items } = await this.stage.admin.get<{ items: ConnectorEvent[] }>(
      `/api/v1/events?customerId=${customerId}&limit=20`,
    );
    this.#event = items.find(({ workflowId }) => workflowId === String(who.workflowId)) ?? null;
    this.note('The event as the connector keeps it', { event: this.#event });
  }

  #times(): ShownCase['times'] {
    const [hire, moved] = [this.#hire, this.#moves[0]];
    if (hire === null || moved === undefined) return null;
    const after = (time: string | null): number | null =>
      time === null ? null : Math.max(0, Date.parse(time) - Date.parse(moved.at));
    return {
      answeredMs: Math.round(moved.ms),
      acceptedMs: after(hire.acceptedAt) ?? 0,
      openedMs: after(hire.openedAt),
      deliveredMs: after(hire.deliveredAt),
    };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
