import { type ConnectionTest, type PlatformDocument, type PlatformField } from '../contract-types.ts';
import { type Facts } from '../facts.ts';
import { type Media } from './read-media.ts';
import { type GuidedId, type TakenCase } from './taken-case.ts';

/** Everything that the verdict on a run with a real platform is made of. */
export interface RealFacts {
  readonly customerId: string;
  readonly name: string;
  /** The platform's folder of the pack. */
  readonly folder: string;
  /** As the connector shows it: without secrets. */
  readonly document: PlatformDocument;
  readonly fields: readonly PlatformField[];
  readonly connectionTest: ConnectionTest;
  readonly cases: Readonly<Partial<Record<GuidedId, TakenCase>>>;
  /** The person's pictures and films that are there, by path below the platform's folder; null: not what it should be. */
  readonly media: Readonly<Record<string, Media | null>>;
  readonly endpoint: string;
  readonly customerValues: Facts['customerValues'];
  readonly leaks: readonly string[];
}
