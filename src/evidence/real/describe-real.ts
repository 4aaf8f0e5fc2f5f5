import { type Described } from '../compare/surface.ts';
import { mask } from '../compare/mask.ts';
import { type RealFacts } from './real-facts.ts';

/** What of a real platform is compared with an earlier pack of it. How iCIMS logs in is not told by an event. */
export function describeReal({ customerId, document, fields, cases }: RealFacts): Described {
  const accepted = Object.keys(document.inbound).sort();
  const answers = Object.values(cases).map(({ id, event, answer }): [string, string] => [
    id,
    mask(
      event === null
        ? String(answer?.status ?? '')
        : `${event.outcome} ${event.code ?? ''} ${event.reason ?? ''}`.trim(),
    ),
  ]);
  const connection = { events: null, accepted, api: document.icims.auth.type };
  return { customerId, document, derivedFields: fields, connection, answers };
}
