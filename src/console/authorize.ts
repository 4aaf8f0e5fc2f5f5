import { type RequestHandler } from 'express';
import { may, reachOf, rightOfOperation, type Grant, type Right } from '../accounts/rights.ts';
import { Failure } from '../runtime/failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { noPlatform } from './shown-platform.ts';

/**
 * Lets an operation run only for whom the table names: with its right on the platform of the path, or on any platform when
 * the path names none; handlers then see only the platforms within reach.
 */
export function authorize(operationId: string): RequestHandler {
  const right = rightOfOperation[operationId as keyof typeof rightOfOperation];
  return (request, response, next) => {
    const caller = response.locals['caller'] as AdminCaller | undefined;
    const { customerId } = request.params;
    if (right !== 'anybody') requireRight(caller, right, typeof customerId === 'string' ? customerId : undefined);
    next();
  };
}

function requireRight(caller: AdminCaller | undefined, right: Right | 'person', customerId: string | undefined): void {
  if (right === 'person') requireSession(caller);
  else if (customerId === undefined) requireSomewhere(caller?.grants ?? [], right);
  else requireThere(caller?.grants ?? [], right, customerId);
}

function requireSession(caller: AdminCaller | undefined): void {
  if (caller?.session === undefined) throw forbidden('This is for people who have signed in.');
}

function requireSomewhere(grants: readonly Grant[], right: Right): void {
  if (reachOf(grants, right)?.length === 0) throw forbidden();
}

function requireThere(grants: readonly Grant[], right: Right, customerId: string): void {
  if (!grants.some((grant) => [null, customerId].includes(grant.customerId))) throw noPlatform();
  if (!may(grants, right, customerId)) throw forbidden();
}

/** What one may not see is not there; what one may see and not do is forbidden. */
export function forbidden(sentence = 'Your role does not allow this. Ask an admin of the platform.'): Failure {
  return new Failure('invalid', 'FORBIDDEN', sentence);
}

/** For a platform that a body names. One where the caller has not this right is as unknown as one that never was. */
export function requireReach({ grants }: AdminCaller, right: Right, customerId: string | undefined): void {
  if (customerId !== undefined && !may(grants, right, customerId)) throw noPlatform();
}

/** The thing of another platform is as unknown as one that never was. */
export function visible<Thing extends { readonly customerId: string }>(
  thing: Thing | undefined,
  { caller, right, name }: { caller: AdminCaller; right: Right; name: string },
): Thing {
  if (thing !== undefined && may(caller.grants, right, thing.customerId)) return thing;
  throw new Failure('invalid', 'NOT_FOUND', `There is no such ${name}.`);
}
