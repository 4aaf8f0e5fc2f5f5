import { type Person, type PlatformRole } from '../accounts/account.ts';
import { invite } from '../accounts/invitations.ts';
import { may, reachOf } from '../accounts/rights.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { forbidden } from './authorize.ts';
import { show } from './show.ts';

type PeopleOperations = Pick<operations, 'invite' | 'listPeople' | 'changePerson'>;

/** Who may sign in, and with which roles. An admin sees and changes the roles on their own platforms only. */
export function peopleOperations(parts: AccountParts): Handlers<PeopleOperations, AdminCaller> {
  const { accounts } = parts;
  return {
    invite: async ({ body, caller }) => {
      requireManaged(body.roles, caller);
      if (body.operator && !isOperator(caller)) throw forbidden('Only operators invite operators.');
      if (!body.operator && body.roles.length === 0)
        throw new Failure('invalid', 'INVALID_REQUEST', 'Give at least one role, or there is nothing to see.');
      if ((await accounts.findByEmail(body.email.toLowerCase())) !== undefined)
        throw new Failure('invalid', 'CONFLICT', 'This address has an account; change its roles instead.');
      return { status: 201, body: show(await invite(body, caller.name, parts)) };
    },
    listPeople: async ({ caller }) => {
      const people = (await accounts.listPeople()).flatMap((person) => seenBy(person, caller));
      return { status: 200, body: { items: show(people) } };
    },
    changePerson: async ({ path: { id }, body: { roles, disabled, endSessions }, caller }) => {
      const person = seen(await accounts.getPerson(id), caller);
      requireManaged(roles ?? [], caller);
      if ((disabled !== undefined || endSessions === true) && !isOperator(caller))
        throw forbidden('Only operators disable accounts and end sessions.');
      if (disabled === true && caller.session?.person.id === person.id) throw conflict();
      const platforms = reachOf(caller.grants, 'people.manage');
      await accounts.changePerson(
        { id, roles, disabled, endSessions, platforms },
        { at: parts.clock(), actor: caller.name },
      );
      return { status: 200, body: show(seen(await accounts.getPerson(id), caller, person)) };
    },
  };
}

function isOperator({ grants }: AdminCaller): boolean {
  return may(grants, 'people.manage', null);
}

function requireManaged(roles: readonly PlatformRole[], { grants }: AdminCaller): void {
  if (!roles.every(({ customerId }) => may(grants, 'people.manage', customerId))) throw forbidden();
}

/** An admin sees who has a role on their platforms, and only those roles; never an operator. */
function seenBy(person: Person, caller: AdminCaller): Person[] {
  if (isOperator(caller)) return [person];
  const roles = person.roles.filter(({ customerId }) => may(caller.grants, 'people.manage', customerId));
  return roles.length === 0 || person.operator ? [] : [{ ...person, roles }];
}

/** Whoever just lost their last role here is still shown, without any. */
function seen(person: Person | undefined, caller: AdminCaller, before?: Person): Person {
  const [found] = person === undefined ? [] : seenBy(person, caller);
  if (found !== undefined) return found;
  if (before !== undefined) return { ...before, roles: [] };
  throw new Failure('invalid', 'NOT_FOUND', 'There is no such person.');
}

function conflict(): Failure {
  return new Failure('invalid', 'CONFLICT', 'Nobody disables themselves; ask another operator.');
}
