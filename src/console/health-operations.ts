import { reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { readHealth, readPlatformFigures } from '../health/read-health.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { show } from './show.ts';
import { findPlatform } from './shown-platform.ts';

type HealthOperations = Pick<operations, 'getHealth' | 'getPlatformHealth'>;

/** How everything goes, over all platforms within reach and for one. */
export function healthOperations(parts: AdminParts): Handlers<HealthOperations, AdminCaller> {
  const { health, platforms, icims, clock } = parts;
  return {
    getHealth: async ({ query: { window = '24h' }, caller }) => {
      const wish = { scope: reachOf(caller.grants, 'platforms.read'), window, now: clock() };
      const [figures, byPlatform] = await Promise.all([readHealth(health, wish), readPlatformFigures(health, wish)]);
      return { status: 200, body: show({ ...figures, platforms: byPlatform }) };
    },
    getPlatformHealth: async ({ path: { customerId }, query: { window = '24h' } }) => {
      const platform = await findPlatform(customerId, parts);
      const figures = await readHealth(health, { scope: [customerId], window, now: clock() });
      const attention = await platforms.attentionOf([customerId]);
      const allowance = icims.allowanceOf(platform);
      return { status: 200, body: show({ ...figures, customerId, name: platform.name, attention, allowance }) };
    },
  };
}
