import { Failure } from '../runtime/failure.ts';
import { asList, type PlatformDocument } from './platform.ts';

type Inbound = PlatformDocument['inbound'];
/** The three ways in which iCIMS offers to send events. */
export type InboundKind = keyof Inbound;

/** A credential of iCIMS towards us, by its name; `position` tells two apart while a secret is being changed. */
export interface InboundName {
  readonly kind: InboundKind;
  /** 0 for the older of two. */
  readonly position: number;
  readonly name: string;
}

const secretKeys = {
  basic: 'password',
  hmac: 'key',
  oauth2: 'clientSecret',
} as const satisfies Record<InboundKind, string>;

/** JSON pointer to the secret of a credential, as `secretsIn` has it. */
export function pointerToInbound(inbound: Inbound, { kind, position }: Omit<InboundName, 'name'>): string {
  const place = Array.isArray(inbound[kind]) ? `${kind}/${position}` : kind;
  return `/inbound/${place}/${secretKeys[kind]}`;
}

/** The names of all of them. */
export function inboundNames({ basic, hmac, oauth2 }: Inbound): InboundName[] {
  const named = (kind: InboundKind, names: readonly string[]): InboundName[] =>
    names.map((name, position) => ({ kind, position, name }));
  return [
    ...named(
      'basic',
      asList(basic).map(({ username }) => username),
    ),
    ...named(
      'hmac',
      asList(hmac).map(({ user }) => user),
    ),
    ...named(
      'oauth2',
      asList(oauth2).map(({ clientId }) => clientId),
    ),
  ];
}

/**
 * Adds a credential of a kind: the first, or a second beside it, so that both work until the older one is revoked. A second
 * one keeps the name, so that only the secret has to be replaced in iCIMS.
 *
 * @throws Failure CONFLICT when there are two already.
 */
export function addInbound(document: PlatformDocument, kind: InboundKind, secret: string) {
  const { inbound, customerId } = document;
  const held = inboundNames(inbound).filter((one) => one.kind === kind);
  if (held.length > 1)
    throw new Failure(
      'invalid',
      'CONFLICT',
      'There are two of these already. Revoke the one that iCIMS no longer uses first.',
    );
  const name = held[0]?.name ?? `icims-${customerId}`;
  return {
    name,
    rotated: held.length > 0,
    document: { ...document, inbound: withAdded(inbound, kind, { name, secret }) },
  };
}

interface Added {
  readonly name: string;
  readonly secret: string;
}

function withAdded(inbound: Inbound, kind: InboundKind, { name, secret }: Added): Inbound {
  const added = {
    basic: () => ({ basic: oneOrMore([...asList(inbound.basic), { username: name, password: secret }]) }),
    hmac: () => ({ hmac: oneOrMore([...asList(inbound.hmac), { user: name, key: secret }]) }),
    oauth2: () => ({ oauth2: oneOrMore([...asList(inbound.oauth2), { clientId: name, clientSecret: secret }]) }),
  } as const satisfies Record<InboundKind, () => Inbound>;
  return { ...inbound, ...added[kind]() };
}

/** Takes one away. Throws `invalid` NOT_FOUND. */
export function removeInbound(document: PlatformDocument, kind: InboundKind, position: number): PlatformDocument {
  const { [kind]: held, ...others } = document.inbound;
  const values: readonly unknown[] = asList(held as object | readonly object[] | undefined);
  if (position >= values.length) throw new Failure('invalid', 'NOT_FOUND', 'There is no such credential.');
  const left = values.filter((_value, index) => index !== position);
  const inbound = left.length === 0 ? others : { ...others, [kind]: left[0] };
  return { ...document, inbound };
}

function oneOrMore<Value>(values: Value[]): Value | Value[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
