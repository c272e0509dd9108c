import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { loginPage, photo } from '../../tests/image/pictures.ts';
import { type ReadOptions, readBytes } from './read-bytes.ts';
import { readPicture } from './read-picture.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A picture host on loopback, which the page itself comes from: the one case in which loopback is allowed. */
async function host(answer: RequestListener): Promise<{ url: string; options: ReadOptions }> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return { url: `${origin}/cat.jpg`, options: { fetch, pageOrigin: origin } };
}

describe('a picture that can be read', () => {
  it('arrives whole, whatever its Content-Type says', async () => {
    const body = await photo();
    const { url, options } = await host((_, response) => response.setHeader('content-type', 'text/html').end(body));
    expect(Buffer.from(await (await readBytes(url, options)).arrayBuffer())).toEqual(body);
  });

  it('is asked for as JPEG or PNG first, and without a referrer', async () => {
    const body = await photo();
    const seen: unknown[] = [];
    const { url, options } = await host(({ headers }, response) => {
      seen.push(headers.accept, headers.referer);
      response.end(body);
    });
    await readBytes(url, options);
    expect(seen).toEqual(['image/jpeg,image/png;q=0.9,image/*;q=0.8', undefined]);
  });
});

describe('a picture that cannot be read fails by name', () => {
  it.each([
    [404, 'picture-gone'],
    [410, 'picture-gone'],
    [401, 'needs-the-page'],
    [403, 'needs-the-page'],
    [429, 'picture-unreachable'],
    [503, 'picture-unreachable'],
  ])('status %i: %s', async (status, code) => {
    const { url, options } = await host((_, response) => response.writeHead(status).end());
    await expect(readBytes(url, options)).rejects.toMatchObject({ code });
  });

  it('a page in place of the picture needs the page', async () => {
    const { url, options } = await host((_, response) =>
      response.setHeader('content-type', 'image/jpeg').end(loginPage),
    );
    await expect(readBytes(url, options)).rejects.toMatchObject({ code: 'needs-the-page' });
  });

  it('a host that goes silent in the middle is given up', async () => {
    const { url, options } = await host((_, response) => response.write('\xff\xd8'));
    await expect(readBytes(url, { ...options, stallMs: 30 })).rejects.toMatchObject({ code: 'picture-timeout' });
  });

  it.each([true, false])(
    'a file above the limit is not read to its end (length announced: %s)',
    async (isAnnounced) => {
      const { url, options } = await host((_, response) => {
        if (isAnnounced) response.setHeader('content-length', 5_000_000);
        response.write(Buffer.alloc(100_000));
      });
      await expect(readBytes(url, { ...options, mostBytes: 50_000 })).rejects.toMatchObject({ code: 'too-large' });
    },
  );

  it('a connection that breaks needs the page, since CORS looks the same', async () => {
    const { url, options } = await host((request) => request.socket.destroy());
    await expect(readBytes(url, options)).rejects.toMatchObject({ code: 'needs-the-page' });
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'http://10.0.0.1/cat.jpg', 'http://nas/cat.jpg', 'cat.jpg'])(
    '%s is never asked for',
    async (address) => {
      const asked: unknown[] = [];
      const spy: typeof fetch = async (...request) => {
        asked.push(request);
        return new Response();
      };
      await expect(readBytes(address, { fetch: spy })).rejects.toMatchObject({ code: 'address-refused' });
      expect(asked).toEqual([]);
    },
  );

  it('a public address that leads into the private network is refused', async () => {
    const { url } = await host((_, response) => response.end('secret'));
    const redirected: typeof fetch = (_, init) => fetch(url, init);
    await expect(readBytes('https://example.com/cat.jpg', { fetch: redirected })).rejects.toMatchObject({
      code: 'address-refused',
    });
  });

  it('stopping it gives the reason, not a failure', async () => {
    const stop = new AbortController();
    const { url, options } = await host(() => stop.abort(new Error('closed')));
    await expect(readBytes(url, { ...options, signal: stop.signal })).rejects.toThrow('closed');
  });
});

it('only the page’s own origin is asked with the session', async () => {
  const sent: unknown[] = [];
  const refusing: typeof fetch = async (url, init) => {
    sent.push([String(url), init?.credentials]);
    return new Response(null, { status: 403 });
  };
  const options = { fetch: refusing, pageOrigin: 'https://example.com' };
  await expect(readPicture('https://example.com/cat.jpg', options)).rejects.toMatchObject({ code: 'needs-the-page' });
  await expect(readPicture('https://cdn.example.com/cat.jpg', options)).rejects.toMatchObject({
    code: 'needs-the-page',
  });
  expect(sent).toEqual([
    ['https://example.com/cat.jpg', 'omit'],
    ['https://example.com/cat.jpg', 'include'],
    ['https://cdn.example.com/cat.jpg', 'omit'],
  ]);
});
