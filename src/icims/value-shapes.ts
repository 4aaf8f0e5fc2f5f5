import * as z from 'zod';

/** A node of an iCIMS list: the id is stable, the label is the customer's own wording. */
export interface ListNode {
  /** `D…` for system nodes, `C…` for the customer's. */
  readonly id: string;
  readonly label: string | null;
}

/** A link to one address of a location (ADDRESSLINK): `companies/{companyId}`, entry `entry` of its `addresses`. */
export interface AddressLink {
  readonly companyId: string;
  readonly entry: string | null;
}

/** A value of type SALARY or CURRENCY. */
export interface Amount {
  readonly amount: number;
  readonly currency: string | null;
  /** Hourly, Daily, Weekly, Monthly or Yearly; null on CURRENCY. */
  readonly timeframe: string | null;
}

const Id = z.union([z.int().nonnegative(), z.string().regex(/^[0-9]{1,18}$/)]).transform(String);
const Label = z.string().nullish();

const Node = z.looseObject({ id: z.string().regex(/^[A-Za-z]?[0-9]{1,20}$/), value: Label, formattedvalue: Label });
const Link = z.looseObject({ id: Id });
const Address = z.looseObject({
  id: Id.optional().catch(undefined),
  companyid: Id.optional().catch(undefined),
  address: z.string().max(2048).optional().catch(undefined),
});
const Money = z.looseObject({ amount: z.number(), currency: Label, timeframe: Label });

/** The nodes of a LISTEDITOR_SINGLE or LISTEDITOR_MULTIPLE value ("Field Types"); what is no node is left out. */
export function listNodesOf(value: unknown): readonly ListNode[] {
  const candidates: readonly unknown[] = Array.isArray(value) ? value : [value];
  return candidates.flatMap((candidate) => {
    const node = Node.safeParse(candidate);
    return node.success ? [{ id: node.data.id, label: node.data.value ?? node.data.formattedvalue ?? null }] : [];
  });
}

/** The id of the profile that a PERSONLINK, PROFILELINK or JOBLINK names; null when the value is no link. */
export function linkedIdOf(value: unknown): string | null {
  const link = Link.safeParse(value);
  return link.success ? link.data.id : null;
}

/** The address that an ADDRESSLINK such as `joblocation` names; null when it names no location. */
export function addressLinkOf(value: unknown): AddressLink | null {
  const link = Address.safeParse(value);
  if (!link.success) return null;
  const { id, companyid, address = '' } = link.data;
  const companyId = companyid ?? /\/companies\/([0-9]{1,18})\//.exec(address)?.[1];
  return companyId === undefined ? null : { companyId, entry: id ?? null };
}

/** A SALARY or CURRENCY value; null when it holds no amount. */
export function amountOf(value: unknown): Amount | null {
  const money = Money.safeParse(value);
  if (!money.success) return null;
  return { amount: money.data.amount, currency: money.data.currency ?? null, timeframe: money.data.timeframe ?? null };
}

/** A point in time as a DATETIME field takes it: `yyyy-MM-dd hh:mm a` in UTC ("Field Types"). */
export function toIcimsDateTime(date: Date): string {
  const iso = date.toISOString();
  const hour = date.getUTCHours();
  const clockHour = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  return `${iso.slice(0, 10)} ${clockHour}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
}
