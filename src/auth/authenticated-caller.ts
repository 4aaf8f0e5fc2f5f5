/** Who called, as far as the credential tells. */
export interface AuthenticatedCaller {
  readonly scheme: 'basic' | 'hmac' | 'bearer';
  /** Basic username, HMAC user or OAuth2 client id. */
  readonly name: string;
  /** The platforms whose document holds this very credential; an event of any other customerId is not theirs to send. */
  readonly customerIds: ReadonlySet<string>;
  /** By platform: the JSON pointer to the secret in its document. */
  readonly pointers: ReadonlyMap<string, string>;
}
