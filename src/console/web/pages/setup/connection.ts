import { type PlatformDocument } from './step-props.ts';

export type Icims = PlatformDocument['icims'];
type Auth = Icims['auth'];

const AUDIENCE = 'https://api.icims.com/v1/';

interface Place {
  readonly label: string;
  readonly note: string;
  readonly api: string;
  readonly tokenUrl: string;
}

/** Hosts as iCIMS documents them ("Connecting & Authenticating"); for Europe and Canada the token address is not confirmed. */
const places = {
  us: {
    label: 'United States',
    note: 'Most customers, and the sandboxes of partners.',
    ...{ api: 'https://api.icims.com', tokenUrl: 'https://login.icims.com/oauth/token' },
  },
  eu: {
    label: 'European Union',
    note: 'Data stays on hosts in the EU. Ask iCIMS to confirm the token address and the audience.',
    ...{ api: 'https://api-eu.icims.com', tokenUrl: 'https://login.icims.eu/oauth/token' },
  },
  ca: {
    label: 'Canada',
    note: 'iCIMS names no API host of its own for Canada. Ask iCIMS to confirm both addresses and the audience.',
    ...{ api: 'https://api.icims.com', tokenUrl: 'https://login.icims.ca/oauth/token' },
  },
} as const satisfies Record<string, Place>;

export type Region = keyof typeof places | 'custom';

/** What choosing a region makes of the addresses. */
export const regions: Readonly<
  Record<Region, { readonly label: string; readonly note: string; readonly apply: (icims: Icims) => Icims }>
> = {
  us: { ...places.us, apply: (icims) => inPlace(icims, places.us) },
  eu: { ...places.eu, apply: (icims) => inPlace(icims, places.eu) },
  ca: { ...places.ca, apply: (icims) => inPlace(icims, places.ca) },
  custom: { label: 'Other addresses', note: 'As iCIMS gave them to you.', apply: (icims) => icims },
};

function inPlace(icims: Icims, { api, tokenUrl }: Place): Icims {
  const auth = icims.auth.type === 'oauth2' ? { ...icims.auth, tokenUrl } : icims.auth;
  return { ...icims, apiBaseUrl: api, auth };
}

export function regionOf({ apiBaseUrl, auth }: Icims): Region {
  const found = Object.entries(places).find(
    ([, { api, tokenUrl }]) => api === apiBaseUrl && (auth.type !== 'oauth2' || auth.tokenUrl === tokenUrl),
  );
  return (found?.[0] as Region | undefined) ?? 'custom';
}

/** Another way to log in begins empty. */
export function emptyAuth(type: string): Auth {
  if (type === 'hmac') return { type, user: '', key: '' };
  if (type === 'basic') return { type, username: '', password: '' };
  const { tokenUrl } = places.us;
  return { type: 'oauth2', tokenUrl, audience: AUDIENCE, clientId: '', clientSecret: '' };
}

/** The name and the secret of an API user, however they are called. */
export const partsOf = {
  oauth2: {
    ...{ name: 'clientId', secret: 'clientSecret' },
    ...{ nameLabel: 'Client ID', secretLabel: 'Client secret' },
  },
  hmac: { name: 'user', secret: 'key', nameLabel: 'User', secretLabel: 'Key' },
  basic: { name: 'username', secret: 'password', nameLabel: 'User name', secretLabel: 'Password' },
} as const satisfies Record<Auth['type'], object>;

export function valueOf(auth: Auth, key: string): string {
  return (auth as Readonly<Record<string, string | undefined>>)[key] ?? '';
}

export function withValue(icims: Icims, key: string, value: string): Icims {
  return { ...icims, auth: { ...icims.auth, [key]: value } };
}

/** What has to be filled in before it makes sense to connect; empty when nothing. */
export function lackingOf(icims: Icims): string {
  const { name, secret, nameLabel, secretLabel } = partsOf[icims.auth.type];
  const lacking = [
    ...(icims.apiBaseUrl === '' ? ['API address'] : []),
    ...(icims.auth.type === 'oauth2' && icims.auth.tokenUrl === '' ? ['token address'] : []),
    ...(valueOf(icims.auth, name) === '' ? [nameLabel] : []),
    ...(valueOf(icims.auth, secret) === '' ? [secretLabel] : []),
  ];
  return lacking.length === 0 ? '' : `To connect, fill in: ${lacking.join(', ')}.`;
}
