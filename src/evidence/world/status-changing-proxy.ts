import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { once } from 'node:events';

/** Stands before the connector and passes everything on unchanged, but answers `to` where the connector answers `from`. */
export interface StatusChangingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the proxy on a free port. Host and path stay as they were, because signatures cover them. */
export async function startStatusChangingProxy(
  target: string,
  change: { readonly from: number; readonly to: number },
): Promise<StatusChangingProxy> {
  const server = createServer((incoming, outgoing) => passOn(incoming, outgoing, { target, ...change }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { target, from, to }: { target: string; from: number; to: number },
): void {
  const { method, headers, url = '/' } = incoming;
  const passed = request(new URL(url, target), { method: method ?? 'GET', headers, setHost: false }, (answer) => {
    const status = answer.statusCode === from ? to : (answer.statusCode ?? 502);
    outgoing.writeHead(status, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on('error', () => outgoing.destroy());
  incoming.pipe(passed);
}
