import { type Credentials } from '../seed/employer.ts';

/** The partner's endpoint, as an iCIMS admin types it into "Event Notifications". */
export interface Connector {
  readonly eventsUrl: string;
  /** Used by `oauth2` only. */
  readonly tokenUrl: string;
  readonly authentication: 'basic' | 'hmac' | 'oauth2';
  readonly gzip: boolean;
  /** iCIMS sends `Connection: close`; tests that send many events may keep the connection. */
  readonly closeConnection: boolean;
  readonly credentials: Credentials['events'];
}
