import * as z from 'zod';
import { RetentionDays } from './retention.ts';

/**
 * The platform document: all that we know about one iCIMS customer platform. What an admin edits, a script PUTs,
 * and what is exported from a sandbox platform and imported into production. Nothing of it is hard-coded anywhere.
 * Its public description is `PlatformDocument` in openapi/admin.yaml; the two are held together by the compiler.
 * While it is not enabled it may be incomplete; `missing-for-enabling.ts` says in what.
 */

/** iCIMS customer ids are decimal numbers. The pattern keeps them safe as a path segment. */
const CustomerId = z.string().regex(/^[0-9]{1,12}$/);

const secret = z.string().min(1).max(4096);
/** Empty until it is known: only a platform that is not enabled may lack it. */
const laterSecret = z.string().max(4096);
/** No control characters: PostgreSQL keeps no NUL, and HTTP headers no line break. */
const plain = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters');
const text = plain(500).min(1);
const laterText = plain(500);

/** Paths and signatures are joined to it, so it ends with its path; a credential in it would reach logs. */
const ADDRESS =
  'must be an address such as https://host.example.com/path, without a user name, "?", "#" or white space';
const httpUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s/?#@\\]+(\/[^\s?#\\]*)?$/i, ADDRESS)
  .refine((url) => URL.canParse(url), ADDRESS);

/** Where a webhook is sent. Receivers often tell their customers apart by a query. */
const hookUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s/?#@\\]+([/?][^\s#\\]*)?$/i, 'must be an address such as https://host.example.com/path')
  .refine((url) => URL.canParse(url), 'must be an address such as https://host.example.com/path');

/** A field id of iCIMS. The words that JavaScript keeps for itself are none. */
const fieldId = z.string().regex(/^(?!(?:__proto__|constructor|prototype)$)[a-z0-9_]{1,64}$/);

const IcimsAuth = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('oauth2'),
    tokenUrl: httpUrl,
    audience: plain(2048).optional(),
    clientId: laterText,
    clientSecret: laterSecret,
  }),
  z.strictObject({ type: z.literal('hmac'), user: laterText, key: laterSecret }),
  z.strictObject({ type: z.literal('basic'), username: laterText, password: laterSecret }),
]);
export type IcimsAuth = z.infer<typeof IcimsAuth>;

/** One value, or two while a secret is being changed. */
const oneOrTwo = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1).max(2)]);

const InboundBasic = z.strictObject({ username: text, password: secret });
const InboundHmac = z.strictObject({ user: text, key: secret });
const InboundOAuth2 = z.strictObject({ clientId: text, clientSecret: secret });
const Inbound = z.strictObject({
  basic: oneOrTwo(InboundBasic).optional(),
  hmac: oneOrTwo(InboundHmac).optional(),
  oauth2: oneOrTwo(InboundOAuth2).optional(),
});

/** What a trigger starts. `update-case` reads the hire again and sends what changed to the case system. */
export const TriggerAction = z.enum(['open-case', 'withdraw-case', 'update-case']);
export type TriggerAction = z.infer<typeof TriggerAction>;

const Trigger = z.strictObject({
  eventType: text,
  newStatus: z.array(z.string().regex(/^[A-Za-z]?[0-9]{1,20}$/)).min(1),
  action: TriggerAction,
});
export type Trigger = z.infer<typeof Trigger>;

const PackageItem = z.strictObject({
  packageId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  nodeId: z.string().regex(/^[A-Za-z]?[0-9]{1,20}$/),
  label: text,
  visaCategory: text,
});
export type PackageItem = z.infer<typeof PackageItem>;

const Packages = z.strictObject({
  field: z.string().regex(/^job\.(?!(?:__proto__|constructor|prototype)$)[a-z0-9_]{1,64}$/),
  default: plain(64).nullable(),
  items: z.array(PackageItem).max(100),
});
export type Packages = z.infer<typeof Packages>;

const Mapping = z.strictObject({
  /** Canonical key, for example `person.date_of_birth`. */
  to: plain(100),
  /** Path into what was read, for example `person.field40001` or `location.addresses.addresscity`. */
  from: z.string().regex(/^(person|job|location|workflow)(\.[a-z0-9_]{1,64}){1,3}$/),
  /** List node id or label → canonical value. */
  values: z.record(plain(200), plain(200)).optional(),
});
export type Mapping = z.infer<typeof Mapping>;

const WriteBack = z.strictObject({
  target: z.enum(['applicantworkflows', 'onboardworkflows', 'people']),
  collection: fieldId,
  fields: z
    .strictObject({
      name: fieldId,
      status: fieldId,
      date: fieldId.optional(),
      url: fieldId,
      notes: fieldId.optional(),
    })
    .superRefine((fields, context) => {
      const ids = Object.entries(fields);
      for (const [at, [name, id]] of ids.entries()) {
        const earlier = ids.findIndex(([, other]) => other === id);
        if (earlier < at)
          context.addIssue({ code: 'custom', path: [name], message: 'must not be the field of another' });
      }
    }),
  statuses: z.strictObject({
    sent: text.optional(),
    opened: text,
    completed: text,
    failed: text,
  }),
});
export type WriteBack = z.infer<typeof WriteBack>;

const CaseSystemChoice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('built-in') }),
  z.strictObject({ type: z.literal('webhook'), url: hookUrl, secret }),
]);
export type CaseSystemChoice = z.infer<typeof CaseSystemChoice>;

export const PlatformDocument = z.strictObject({
  customerId: CustomerId,
  name: text,
  environment: z.enum(['sandbox', 'production']),
  enabled: z.boolean(),
  icims: z.strictObject({
    apiBaseUrl: httpUrl,
    auth: IcimsAuth,
    dailyCallLimit: z.int().min(1).max(10_000_000),
  }),
  inbound: Inbound,
  triggers: z.array(Trigger).max(100),
  packages: Packages,
  mapping: z.array(Mapping).max(500),
  /** Left out: every category. Otherwise a case is opened for these alone. */
  enabledCategories: z.array(plain(30)).max(50).optional(),
  required: z.record(plain(30), z.array(plain(100)).max(100)),
  writeBack: WriteBack.nullable(),
  caseSystem: CaseSystemChoice,
  retentionDays: RetentionDays.optional(),
});
export type PlatformDocument = z.infer<typeof PlatformDocument>;

/** A platform as the service uses it: the document with its secrets, and what the store adds. */
export interface Platform extends PlatformDocument {
  /** Grows by one with every change; hires remember the version they were screened with. */
  readonly version: number;
}

/** Whether a case is opened for this visa category: all of them, unless a roll-out names some. */
export function isCategoryEnabled(
  { enabledCategories }: Pick<PlatformDocument, 'enabledCategories'>,
  visaCategory: string,
): boolean {
  return enabledCategories?.includes(visaCategory) ?? true;
}

/** Names a case system, so that a case is never looked for in another one than the one that opened it. */
export function caseSystemName(choice: CaseSystemChoice): string {
  return choice.type === 'webhook' ? `webhook ${choice.url}` : choice.type;
}

/** One value or a list of two, as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Status and list node ids match with or without their leading letter: events carry `20500`, REST carries `C20500`. */
export function sameNodeId(one: string, other: string): boolean {
  return bareNodeId(one) === bareNodeId(other);
}

/** A node id without its leading letter, for use as a key. */
export function bareNodeId(id: string): string {
  return id.replace(/^[A-Za-z]/, '');
}
