import { type Chance } from '../../support/chance.ts';
import { type World } from '../../support/fault-world.ts';
import { type Order } from '../../support/ledger.ts';
import { type ConnectorProcess } from '../../support/processes.ts';
import { sendAll } from '../../support/send-all.ts';
import { type Schedule } from './schedule.ts';

const AT_ONCE = 6;

/** Offers of both platforms, some sent twice, some taken back, and events that mean nothing, to services by chance. */
export async function sendLoad(
  world: World,
  services: readonly ConnectorProcess[],
  { orders, rescindOneOf }: Schedule,
  chance: Chance,
): Promise<void> {
  const at = (): ConnectorProcess => services[chance.between(0, services.length - 1)] ?? oops();
  const all = Array.from({ length: orders }, (_, index) => world.order(index % 2 === 0 ? '9001' : '9002'));
  await sendAll(
    all,
    async (order) => {
      const isTwice = chance.between(1, 4) === 1;
      const [first] = await Promise.all([world.send(order, at()), isTwice ? world.send(order, at()) : undefined]);
      if (chance.between(1, 3) === 1) await world.sendQuietly(meaningless(order), at());
      if (first.status === 200 && chance.between(1, rescindOneOf) === 1) await world.withdraw(order, at());
    },
    AT_ONCE,
  );
}

/** What a patient client does after an outage: everything again that has no answer. */
export async function sendRest(world: World, service: ConnectorProcess): Promise<void> {
  await sendAll(world.unanswered(), (order) => world.send(order, service), AT_ONCE);
  await sendAll(world.unwithdrawn(), (order) => world.withdraw(order, service), AT_ONCE);
}

function meaningless(order: Order): Order {
  return { ...order, event: { ...order.event, newStatus: '1' } };
}

function oops(): never {
  throw new Error('There is no service');
}
