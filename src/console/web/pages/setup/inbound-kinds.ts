import { type Schemas } from '../../api.ts';

export type InboundKind = Schemas['InboundKind'];

interface KindOfCredential {
  readonly label: string;
  readonly nameLabel: string;
  readonly secretLabel: string;
}

/** How iCIMS' page "Event Notifications" calls them. */
export const inboundKinds = {
  oauth2: { label: 'OAuth 2.0 (recommended)', nameLabel: 'Client ID', secretLabel: 'Client secret' },
  hmac: { label: 'HMAC', nameLabel: 'User', secretLabel: 'Key' },
  basic: { label: 'Basic', nameLabel: 'User name', secretLabel: 'Password' },
} as const satisfies Record<InboundKind, KindOfCredential>;
