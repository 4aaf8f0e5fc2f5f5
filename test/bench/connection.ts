import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One answer, as far as it matters. */
export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/** A kept-alive HTTP/1.1 connection that has one request under way at a time. */
export interface Connection {
  /** Calls `onAnswer` with status 0 when the connection broke. */
  send(request: Buffer, onAnswer: (answer: WireAnswer) => void): void;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const STATUS_AT = 'HTTP/1.1 '.length;
const LENGTH = /content-length: (\d+)/i;
const NOTHING = Buffer.alloc(0);

/** No HTTP client: just as much of the protocol as our own servers speak, so that the generator stays cheap. */
export async function openConnection(port: number): Promise<Connection> {
  let onAnswer: ((answer: WireAnswer) => void) | null = null;
  const tell = (answer: WireAnswer): void => {
    const told = onAnswer;
    onAnswer = null;
    told?.(answer);
  };
  const open = (): Socket => listenTo(connect({ port, host: '127.0.0.1', noDelay: true }), tell);
  let socket = open();
  await once(socket, 'connect');
  return {
    send(request, then) {
      // A server closes what was never used; a connection of reserve is needed just when it stalls.
      if (socket.destroyed) socket = open();
      onAnswer = then;
      socket.write(request);
    },
    close: () => void socket.destroy(),
  };
}

/** Tells every whole answer, and status 0 when the connection is at its end. */
function listenTo(socket: Socket, tell: (answer: WireAnswer) => void): Socket {
  let pending = NOTHING;
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const answer = parse(pending);
    if (answer === null) return;
    pending = NOTHING;
    tell(answer);
  });
  socket.on('error', () => tell({ status: 0, body: 'broken' }));
  socket.on('close', () => tell({ status: 0, body: 'closed' }));
  return socket;
}

/** Null while the answer is incomplete. */
function parse(bytes: Buffer): WireAnswer | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const bodyAt = headEnd + HEAD_END.length;
  const length = Number(LENGTH.exec(head)?.[1] ?? 0);
  if (bytes.length < bodyAt + length) return null;
  return {
    status: Number(head.slice(STATUS_AT, STATUS_AT + 3)),
    body: bytes.toString('utf8', bodyAt, bodyAt + length),
  };
}
