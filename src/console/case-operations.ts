import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { visible } from './authorize.ts';
import { type CaseStory } from './case-reading.ts';
import { noteRead, shownTo } from './note-read.ts';
import { show } from './show.ts';
import { shownDocuments } from './shown-documents.ts';
import { toWish } from './to-wish.ts';

type CaseOperations = Pick<operations, 'listCases' | 'getCaseBoard' | 'getCase' | 'putCaseDocument'>;
type DocumentBody = CaseOperations['putCaseDocument']['requestBody']['content']['application/json'];

/** Cases of the built-in case system. */
export function caseOperations(parts: OperatorParts): Handlers<CaseOperations, AdminCaller> {
  const { reading } = parts;
  return {
    listCases: async ({ query, caller }) => ({
      status: 200,
      body: show(await reading.listCases({ ...toWish(query, caller, 'cases.read'), state: query.state })),
    }),
    getCaseBoard: async ({ query: { limit = 20, customerId }, caller }) => {
      const wish = { limit, customerId, platforms: reachOf(caller.grants, 'cases.read') };
      return { status: 200, body: { columns: show(await reading.readCaseBoard(wish)) } };
    },
    getCase: async ({ path, caller }) => {
      const story = visible(await reading.getCase(path.id), { caller, right: 'cases.read', name: 'case' });
      await noteRead(parts, { caller, action: 'case.read', customerId: story.customerId, subject: story.id });
      return { status: 200, body: toBody(story, caller) };
    },
    putCaseDocument: async ({ path: { id, document }, body: { state }, caller }) => ({
      status: 200,
      body: { items: await markDocument({ id, document, state, caller }, parts) },
    }),
  };
}

function toBody(story: CaseStory, caller: AdminCaller) {
  const documents = shownDocuments(story);
  const { marks, ...shown } = shownTo(caller, story);
  return show({ ...shown, documents });
}

interface Marking extends DocumentBody {
  readonly id: string;
  readonly document: string;
  readonly caller: AdminCaller;
}

async function markDocument({ id, document, state, caller }: Marking, { reading, caseControl, clock }: OperatorParts) {
  const find = async () =>
    visible(await reading.getCase(id), { caller, right: 'documents.write', name: 'case' } as const);
  const story = await find();
  if (!shownDocuments(story).some((each) => each.id === document))
    throw new Failure('invalid', 'NOT_FOUND', 'The case asks for no such document; read the case for those it does.');
  await caseControl.markDocument({ caseId: story.id, document, state, actor: caller.name, at: clock() });
  return show(shownDocuments(await find()));
}
