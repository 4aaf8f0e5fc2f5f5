/** Where a notice goes: to an e-mail address, or to the webhook of the platform's settings. */
export type Target = { readonly channel: 'email'; readonly to: string } | { readonly channel: 'webhook' };

type NoticeKind = 'alert.raised' | 'alert.resolved' | 'digest' | 'test';

/** What is told, the same to everybody. Holds no personal data and no secret. */
export interface Message {
  readonly kind: NoticeKind;
  readonly at: string;
  /** Null: the whole service. */
  readonly customerId: string | null;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: string;
  /** For an alert. */
  readonly cause?: string;
  readonly since?: string;
}

/** A message for one target. */
export interface NewNotice {
  /** One notice is kept for it, however often it is made. */
  readonly key: string;
  readonly target: Target;
  readonly message: Message;
}

/** A notice that is this process's to send until its lease ends. */
export interface ClaimedNotice {
  readonly id: string;
  readonly target: Target;
  readonly message: Message;
  /** Counts from 1. */
  readonly attempt: number;
  readonly madeAt: Date;
}

/** What became of an attempt. */
export type NoticeOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly code: string }
  | { readonly state: 'pending'; readonly code: string; readonly againInMs: number };
