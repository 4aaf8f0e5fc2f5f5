import { type Alert, type ShownNotice } from '../alerts/alert-store.ts';
import { type Page, type PageWish } from './page.ts';

/** What the pages show of alerts. Each method throws `Failure` STORE_UNAVAILABLE when the store cannot be reached. */
export interface AlertReading {
  /** Newest first; `open` alerts or `past` ones. */
  listAlerts(wish: PageWish & { readonly state?: 'open' | 'past' | undefined }): Promise<Page<Alert>>;
  getAlert(id: string): Promise<Alert | undefined>;
  /** The first to say so is kept, with an audit entry; an alert that is over stays as it is. */
  acknowledge(
    alert: Pick<Alert, 'id' | 'customerId'>,
    by: { readonly at: Date; readonly actor: string },
  ): Promise<void>;
  /** The newest 50 notices. */
  listNotices(wish: Pick<PageWish, 'customerId' | 'platforms'>): Promise<readonly ShownNotice[]>;
}
