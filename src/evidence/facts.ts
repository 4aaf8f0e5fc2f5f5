import { type CaseId, type ShownCase } from './cases/shown-case.ts';
import { type ConnectionTest, type PlatformDocument, type PlatformField } from './contract-types.ts';
import { type ObservedField } from './fields/observed-fields.ts';

/** How both sides log in. */
export interface Connection {
  /** How iCIMS logs in to the connector in this run. */
  readonly events: string;
  /** What the connector accepts from this platform. */
  readonly accepted: readonly string[];
  /** How the connector logs in to iCIMS. */
  readonly api: string;
  readonly gzip: boolean;
}

/** All that was recorded about one platform. Plain data: what is judged, and what is compared later. */
export interface PlatformFacts {
  readonly customerId: string;
  readonly name: string;
  /** As the connector shows it: without secrets. */
  readonly document: PlatformDocument;
  readonly connection: Connection;
  readonly derivedFields: readonly PlatformField[];
  readonly observedFields: readonly ObservedField[];
  readonly connectionTest: ConnectionTest;
  readonly cases: Readonly<Partial<Record<CaseId, ShownCase>>>;
}

/** A value of a platform that stands in the product's source. */
export interface FoundValue {
  readonly value: string;
  readonly what: string;
  readonly file: string;
  readonly line: number;
}

/** Everything that the verdict is made of. */
export interface Facts {
  readonly platforms: readonly PlatformFacts[];
  readonly customerValues: { readonly searched: number; readonly files: number; readonly found: readonly FoundValue[] };
  /** Files of the pack that hold a secret of a platform. */
  readonly leaks: readonly string[];
  readonly endpoint: string;
}
