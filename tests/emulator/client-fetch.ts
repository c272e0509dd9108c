import { HOST_HEADER } from './dispatch.ts';

const MOST_REDIRECTS = 10;

/**
 * A fetch for Node tests: URLs of the hosts that the emulator speaks for go to it, over real HTTP, with host and
 * path kept; anything else fails as if there were no network.
 */
export function createClientFetch(httpPort: () => number, speaksFor: (host: string) => boolean): typeof fetch {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const url = new URL(request.url);
      if (!speaksFor(url.hostname))
        throw new TypeError('fetch failed', { cause: new Error(`no such host: ${url.hostname}`) });
      const body = await readBody(request);
      const headers = new Headers(request.headers);
      headers.set(HOST_HEADER, url.hostname);
      const address = `http://127.0.0.1:${httpPort()}${url.pathname}${url.search}`;
      const { method, signal } = request;
      const response = await fetch(address, { method, headers, body, signal, redirect: 'manual' });
      Object.defineProperty(response, 'url', { value: url.href });
      const location = response.headers.get('location');
      const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
      if (!isRedirect || request.redirect === 'manual') return response;
      if (request.redirect === 'error')
        throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
      await response.body?.cancel();
      request = redirected(request, response.status, new URL(location, url), body);
    }
    throw new TypeError('fetch failed', { cause: new Error('redirect count exceeded') });
  };
}

async function readBody(request: Request): Promise<ArrayBuffer | null> {
  return request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
}

function redirected(request: Request, status: number, url: URL, body: ArrayBuffer | null): Request {
  const { headers, signal } = request;
  if (status === 307 || status === 308) return new Request(url, { method: request.method, headers, body, signal });
  return new Request(url, { headers, signal });
}
