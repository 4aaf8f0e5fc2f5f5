import { afterEach, describe, expect, it } from '@jest/globals';
import { type IncomingMessage, type RequestListener } from 'node:http';
import { type LookupFunction } from 'node:net';
import { inspect } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { toFailure } from '../../../src/runtime/failure.ts';
import { createHttp, type HttpRequest, type HttpResponse } from '../../../src/runtime/http.ts';
import { type LocalServer, startLocalServer } from '../../support/local-server.ts';

const running: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = await startLocalServer(listener);
  running.push(server);
  return server;
}

function ask(url: string, changes: Partial<HttpRequest> & { lookup?: LookupFunction } = {}): Promise<HttpResponse> {
  const { lookup, ...request } = changes;
  const insecureHosts = new Set(running.map(({ host }) => host));
  const http = createHttp({ insecureHosts, userAgent: 'connector-test', ...(lookup === undefined ? {} : { lookup }) });
  const signal = AbortSignal.timeout(10_000);
  return http.send({ method: 'GET', url, headers: {}, signal, maxBytes: 1_000_000, expect: 'json', ...request });
}

const answering = (text: string, headers: Record<string, string | string[]> = {}): RequestListener => {
  return (_request, response) => response.writeHead(200, headers).end(text);
};

describe('an answer', () => {
  it('keeps repeated headers apart and names in lower case', async () => {
    const { url } = await serve(answering('{"a":1}', { 'X-Error': ['1:firstname:needed', '2:gone'], 'X-One': 'x' }));

    const { status, headers, body } = await ask(url);

    expect({ status, body }).toEqual({ status: 200, body: { a: 1 } });
    expect(headers['x-error']).toEqual(['1:firstname:needed', '2:gone']);
    expect(headers['x-one']).toBe('x');
  });

  it.each([301, 400, 401, 404, 429, 500, 503])('with status %d is answered, not thrown', async (status) => {
    const { url } = await serve((_request, response) => response.writeHead(status).end('<html>sorry</html>'));
    expect(await ask(url)).toMatchObject({ status, body: undefined });
  });

  it('is inflated, and a byte order mark is dropped', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('\ufeff{"name":"Łukasz"}')),
    );
    expect((await ask(url)).body).toEqual({ name: 'Łukasz' });
  });

  it('is the final one, whatever interim answers come before it', async () => {
    const { url } = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</hint>; rel=preload' }, () => response.writeHead(200).end('{"a":1}'));
    });
    expect(await ask(url)).toMatchObject({ status: 200, body: { a: 1 } });
  });

  it('in an encoding that was not asked for is a failure', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('{"a":1}')),
    );
    await expect(ask(url)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_NOT_JSON' });
  });

  it('that was compressed and breaks off is a failure', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}').subarray(0, 20)),
    );
    await expect(ask(url)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_UNREACHABLE' });
  });

  it('without a body is undefined, and bytes stay bytes', async () => {
    const { url } = await serve((request, response) =>
      request.url === '/file' ? response.end(Buffer.from([0, 255, 1])) : response.writeHead(204).end(),
    );
    expect((await ask(url)).body).toBeUndefined();
    expect((await ask(`${url}/file`, { expect: 'bytes' })).body).toEqual(Buffer.from([0, 255, 1]));
  });

  it.each<[string, string | Buffer]>([
    ['an HTML page', '<html>Sign in</html>'],
    ['truncated JSON', '{"firstname":"Te'],
    ['two values', '{} {}'],
    ['text that is not UTF-8', Buffer.from([0x22, 0xe9, 0x22])],
  ])('of %s with status 200 is a failure', async (_what, text) => {
    const { url } = await serve((_request, response) => response.writeHead(200).end(text));
    await expect(ask(url)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_NOT_JSON' });
  });

  it('that breaks off is a failure', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":1}', () => response.destroy());
    });
    await expect(ask(url)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_UNREACHABLE' });
  });
});

describe('a request', () => {
  it.each(['POST', 'PATCH', 'PUT'] as const)('%s with a body says its length in bytes', async (method) => {
    const seen: IncomingMessage[] = [];
    const { url } = await serve((request, response) => {
      seen.push(request);
      request.resume().on('end', () => response.end());
    });

    await ask(url, { method, body: '{"name":"Zoë"}', headers: { 'content-type': 'application/json' } });
    await ask(url, { method });

    expect(seen[0]?.headers).toMatchObject({ 'content-length': '15', 'user-agent': 'connector-test' });
    expect(seen[0]?.headers['transfer-encoding']).toBeUndefined();
    expect(seen[1]?.headers['content-length']).toBe('0');
    expect(seen[1]?.headers['content-type']).toBeUndefined();
    expect(seen.map(({ httpVersion }) => httpVersion)).toEqual(['1.1', '1.1']);
  });

  it('uses connections again: one after another need two, since one rests for a turn after its answer', async () => {
    const ports = new Set<number | undefined>();
    const { url, host } = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const http = createHttp({ insecureHosts: new Set([host]), userAgent: 'connector-test' });
    const request = { method: 'GET', url, headers: {}, maxBytes: 100, expect: 'json' } as const;
    for (let count = 0; count < 10; count += 1) await http.send({ ...request, signal: AbortSignal.timeout(5_000) });
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('is sent again when the kept connection was closed under it, if it only reads', async () => {
    let calls = 0;
    const { url, host } = await serve((request, response) => {
      calls += 1;
      if (calls % 2 === 0) request.socket.destroy();
      else response.end('{}');
    });
    const http = createHttp({ insecureHosts: new Set([host]), userAgent: 'connector-test' });
    const request = { url, headers: {}, maxBytes: 100, expect: 'json' } as const;
    const send = (method: 'GET' | 'POST') => http.send({ ...request, method, signal: AbortSignal.timeout(5_000) });

    await send('GET');
    await expect(send('GET')).resolves.toMatchObject({ status: 200 });
    await expect(send('POST')).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE' });
    expect(calls).toBe(4);
  });

  it('never follows a redirect, so credentials stay', async () => {
    const reached: string[] = [];
    const other = await serve((request, response) => {
      reached.push(String(request.headers['x-api-key']));
      response.end('{}');
    });
    const { url } = await serve((_request, response) => response.writeHead(302, { location: other.url }).end());

    const { status } = await ask(url, { headers: { authorization: 'Bearer secret', 'x-api-key': 'secret' } });

    expect(status).toBe(302);
    expect(reached).toEqual([]);
  });

  it('ignores the proxy of the environment', async () => {
    const proxied: string[] = [];
    const proxy = await serve((request, response) => {
      proxied.push(String(request.url));
      response.end('{"from":"proxy"}');
    });
    const { url } = await serve(answering('{"from":"server"}'));
    const before = process.env['HTTP_PROXY'];
    process.env['HTTP_PROXY'] = process.env['http_proxy'] = proxy.url;
    try {
      expect((await ask(url)).body).toEqual({ from: 'server' });
    } finally {
      if (before === undefined) delete process.env['HTTP_PROXY'];
      else process.env['HTTP_PROXY'] = before;
      delete process.env['http_proxy'];
    }
    expect(proxied).toEqual([]);
  });
});

describe('the limits of a call', () => {
  it('end an answer that drips in byte by byte at the deadline and free the connection', async () => {
    const closed = Promise.withResolvers<boolean>();
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(drip);
        closed.resolve(true);
      });
    });
    const started = performance.now();

    await expect(ask(url, { signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ code: 'UPSTREAM_TOO_SLOW' });

    expect(performance.now() - started).toBeLessThan(1_500);
    expect(await closed.promise).toBe(true);
  });

  it('end a call at the deadline that is still waiting for its connection', async () => {
    const never: LookupFunction = () => undefined;
    const started = performance.now();

    const call = ask('https://api.example.com/', { lookup: never, signal: AbortSignal.timeout(200) });

    await expect(call).rejects.toMatchObject({ code: 'UPSTREAM_TOO_SLOW' });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('end a call whose deadline has passed before it begins', async () => {
    const { url } = await serve(() => {
      throw new Error('not to be called');
    });
    await expect(ask(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'UPSTREAM_TOO_SLOW' });
  });

  it('stop a gzip bomb at the cap, counted after inflation', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(ask(url)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_TOO_LARGE' });
  });

  it('stop an answer of 500 MB early, with flat memory', async () => {
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    const written = Promise.withResolvers<number>();
    const { url } = await serve((_request, response) => {
      let bytes = 0;
      const more = (): void => {
        while (bytes < 500_000_000 && !response.destroyed) {
          bytes += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on('drain', more).on('close', () => written.resolve(bytes));
      more();
    });
    const before = process.memoryUsage().arrayBuffers;

    await expect(ask(url)).rejects.toMatchObject({ code: 'UPSTREAM_TOO_LARGE' });

    expect(await written.promise).toBeLessThan(50_000_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });
});

describe('the guard of a call', () => {
  it('refuses a public name that leads to this machine before anything is connected', async () => {
    let calls = 0;
    const { host } = await serve(() => (calls += 1));
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);

    const call = ask(`https://api.example.com:${host.split(':')[1]}/`, { lookup });

    await expect(call).rejects.toMatchObject({ kind: 'rejected', code: 'ADDRESS_NOT_ALLOWED' });
    expect(calls).toBe(0);
  });

  it('asks for the addresses of a name once, so that a second answer cannot differ', async () => {
    const answers = [{ address: '10.0.0.1', family: 4 }];
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, callback) => {
      asked += 1;
      callback(null, answers);
    };
    await expect(ask('https://api.example.com/', { lookup })).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    expect(asked).toBe(1);
  });

  it('says that a name is unknown or a port is closed as unreachable', async () => {
    const lookup: LookupFunction = (_name, _options, callback) =>
      callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    const unknown = ask('https://api.example.com/', { lookup });
    await expect(unknown).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE', facts: { cause: 'ENOTFOUND' } });

    const { url } = await serve(answering('{}'));
    await running[0]?.close();
    await expect(ask(url)).rejects.toMatchObject({ code: 'UPSTREAM_UNREACHABLE', facts: { cause: 'ECONNREFUSED' } });
    running.splice(0);
  });

  it('refuses a server that does not speak TLS where https is asked for', async () => {
    const { host } = await serve(answering('{}'));
    await expect(ask(`https://${host}/`)).rejects.toMatchObject({ kind: 'unavailable', code: 'UPSTREAM_UNREACHABLE' });
  });
});

it('tells nothing of URL, headers and body in any failure', async () => {
  const { url } = await serve((request, response) => {
    if (request.url?.startsWith('/cut') === true) request.socket.destroy();
    else if (request.url?.startsWith('/slow') !== true) response.end('{"canary":');
  });
  const secrets = { headers: { authorization: 'Bearer canary' }, method: 'POST', body: '{"canary":1}' } as const;
  const paths = ['/cut?canary', '/html?canary', '/slow?canary', '/large?canary'];
  const failures = await Promise.all(
    paths.map((path) =>
      ask(`${url}${path}`, {
        ...secrets,
        signal: AbortSignal.timeout(300),
        maxBytes: path.startsWith('/large') ? 1 : 100,
      }).catch(toFailure),
    ),
  );
  expect(failures).toHaveLength(4);
  expect(failures.map((failure) => ('code' in failure ? failure.code : ''))).toEqual([
    'UPSTREAM_UNREACHABLE',
    'UPSTREAM_NOT_JSON',
    'UPSTREAM_TOO_SLOW',
    'UPSTREAM_TOO_LARGE',
  ]);
  expect(inspect(failures, { depth: 10, showHidden: true })).not.toMatch(/canary/);
});
