import { Failure } from '../../runtime/failure.ts';
import { type StoredProfile } from '../platform/profiles.ts';
import { refusal } from '../platform/refusal.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { type Answer, refusalAnswer } from './answer.ts';
import { type Operation } from './operation.ts';
import { searchedProfiles } from './search-attributes.ts';
import { toTest, type SearchFilter } from './search-filter.ts';

const PAGE_SIZE = 1000;

interface SearchGroup {
  readonly filters?: readonly SearchFilter[];
  readonly operator?: unknown;
  readonly children?: readonly SearchGroup[];
}

type Test = (profile: StoredProfile) => boolean;

export const search: Operation = ({ platform, path, query, body }) =>
  answerSearch(platform, path['type'] ?? '', body, query['staleness']);

export const searchByQuery: Operation = ({ platform, path, query }) => {
  const parsed = parseQuery(String(query['searchJson']));
  return answerSearch(platform, path['type'] ?? '', parsed, query['staleness']);
};

function answerSearch(
  platform: SimulatedPlatform,
  type: string,
  group: SearchGroup | null,
  staleness: unknown,
): Answer {
  try {
    if (group === null) throw refusal(400, 'unusable', 'Unknown parsing error');
    const ids = idsOf(platform, type, group, Number(staleness ?? 15));
    return { status: 200, json: { searchResults: ids.map((id) => ({ id, self: `${platform.url}/${type}/${id}` })) } };
  } catch (thrown) {
    if (thrown instanceof Failure) return withTextCodes(refusalAnswer(thrown));
    throw thrown;
  }
}

function idsOf(platform: SimulatedPlatform, type: string, group: SearchGroup, staleness: number): readonly number[] {
  const profiles = searchedProfiles(type);
  if (profiles === null) return [];
  if (filtersIn(group) === 0) throw refusal(400, 'unusable', 'No filter given');
  const test = groupTest(group, type);
  return platform.searches.get(`${type}:${JSON.stringify(group)}`, staleness, () => {
    if (!platform.rights.maySee(profiles)) return [];
    const found = [...platform.profiles.all(profiles)].filter(test).map(({ id }) => id);
    return found.sort((one, other) => one - other).slice(0, PAGE_SIZE);
  });
}

function filtersIn({ filters = [], children = [] }: SearchGroup): number {
  return filters.length + children.reduce((count, child) => count + filtersIn(child), 0);
}

function groupTest({ filters = [], operator = '&', children = [] }: SearchGroup, type: string): Test {
  const tests = [...filters.map((filter) => toTest(filter, type)), ...children.map((child) => groupTest(child, type))];
  if (operator === '&') return (profile) => tests.every((test) => test(profile));
  if (operator === '|') return (profile) => tests.some((test) => test(profile));
  throw refusal(400, 'unusable', 'Group operator invalid');
}

function parseQuery(text: string): SearchGroup | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : null;
  } catch {
    return null;
  }
}

/** The Search API writes its error codes as text. */
function withTextCodes(answer: Answer): Answer {
  const { errors } = answer.json as { errors: { errorMessage: string; errorCode: number }[] };
  return { ...answer, json: { errors: errors.map((each) => ({ ...each, errorCode: String(each.errorCode) })) } };
}
