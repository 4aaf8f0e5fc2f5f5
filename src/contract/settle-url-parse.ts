import * as nodeUrl from 'node:url';

let isSettled = false;

/**
 * The validator calls the deprecated `url.parse` for every request, and Node searches the stack each time for who called,
 * until it has once warned of a caller that is no library. So it gets one, and the warning, which is about no code of ours,
 * is not shown. One request in twenty is what this search cost.
 */
export function settleUrlParse(): void {
  if (isSettled) return;
  isSettled = true;
  const { noDeprecation = false } = process;
  process.noDeprecation = true;
  (Reflect.get(nodeUrl, 'parse') as (text: string) => unknown)('/');
  process.noDeprecation = noDeprecation;
}
