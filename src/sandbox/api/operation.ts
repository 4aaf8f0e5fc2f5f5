import { type operations } from '../../contract/generated/icims.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { type Answer } from './answer.ts';

/** Operations of openapi/icims.yaml that are served on a customer's platform. */
export type OperationId = Exclude<keyof operations, 'issueToken'>;

/** A validated request, as an operation sees it. */
export interface OperationRequest {
  readonly platform: SimulatedPlatform;
  /** First path segment behind the customer id: the profile type, `search`, … */
  readonly area: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** Answers one operation. Throws refusals. */
export type Operation = (request: OperationRequest) => Answer;
