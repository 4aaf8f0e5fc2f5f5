import { createTransport } from 'nodemailer';
import { Failure } from '../runtime/failure.ts';
import { type Message } from './notice.ts';
import { type Channels } from './send-notices.ts';

interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly smtpUrl: string;
  readonly from: string;
}

const SMTP_TIMEOUT_MS = 20_000;

/** Where a refusal of the server is about this recipient or message (RFC 5321, 4.2.1: 5yz is for good). */
const ABOUT_THE_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * Mail by SMTP. STARTTLS is used where the server offers it. The Message-ID is the notice's, so that a mail that is sent
 * again after a lost answer is known as the same one. Throws `rejected` MAIL_REFUSED when the server refuses recipient or
 * message for good, else `unavailable` MAIL_UNAVAILABLE; neither tells of the address.
 */
export function createMailer({ smtpUrl, from }: MailOptions): Channels['email'] {
  const timeouts = {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
    // Nothing of a message may lead to a file or another server.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport({ ...toServer(new URL(smtpUrl)), ...timeouts });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return async (id, to, message) => {
    const mail = { from, to: { name: '', address: to }, subject: message.title, text: toText(message) };
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transport.sendMail({ ...mail, headers, messageId: `<${id}@${domain}>` }).catch((thrown: unknown) => {
      throw toMailFailure(thrown);
    });
  };
}

/** 587 is where clients hand in mail (RFC 6409), 465 where TLS comes first (RFC 8314). */
function toServer({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const usualPort = secure ? 465 : 587;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? usualPort : Number(port),
    secure,
    ...(username === '' ? {} : { auth }),
  };
}

function toText({ lines, link }: Message): string {
  return `${[...lines, `See ${link}`].join('\n\n')}\n`;
}

function toMailFailure(thrown: unknown): Failure {
  const { code = 'UNKNOWN', responseCode = 0 } = thrown as { code?: string; responseCode?: number };
  const facts = { smtp: code, status: responseCode };
  if (responseCode >= 500 && ABOUT_THE_MESSAGE.has(code))
    return new Failure('rejected', 'MAIL_REFUSED', `The mail server refused a recipient for good (${responseCode}).`, {
      facts,
    });
  return new Failure('unavailable', 'MAIL_UNAVAILABLE', `The mail server did not take a mail (${code}).`, { facts });
}
