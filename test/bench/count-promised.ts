import { type Application } from './event-requests.ts';
import type { LoadResult } from './load-process.ts';
import { type Scene } from './scene.ts';

/**
 * Whether every event that was answered 200 has exactly one hire, one case and one write-back entry by now, and nothing
 * else has. Answers what does not add up; empty when all does.
 */
export async function countPromised(
  { outside, pool }: Scene,
  applications: readonly Application[],
  { accepted, answered, byStatus, firstOther }: LoadResult,
): Promise<string[]> {
  const promised = [...accepted].flatMap(([index, hireId]) => {
    const application = applications[index];
    return application === undefined ? [] : [{ ...application, hireId }];
  });
  const hireIds = promised.map(({ hireId }) => hireId);
  const { rows } = await pool.query<{ state: string; count: number }>(
    'SELECT state, count(*)::integer AS count FROM hires WHERE id = ANY ($1::uuid[]) GROUP BY state',
    [hireIds],
  );
  const notDelivered = rows.filter(({ state }) => state !== 'delivered').map(({ state, count }) => `${count} ${state}`);
  const delivered = rows.find(({ state }) => state === 'delivered')?.count ?? 0;
  return [
    ...(byStatus[200] === answered ? [] : [`answers ${JSON.stringify(byStatus)}, first: ${String(firstOther)}`]),
    ...(new Set(hireIds).size === promised.length ? [] : ['two events were given the same reference']),
    ...(delivered === promised.length ? [] : [`${delivered} delivered of ${promised.length}: ${notDelivered.join()}`]),
    ...(await outside.call('check', promised)),
  ];
}
