import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { authorize } from './authorize.ts';
import { callback } from './callback.ts';
import { OAuthError, PageError } from './errors.ts';
import { openToAll, SECURITY_HEADERS, secure, securityHeaders } from './headers.ts';
import { metadata } from './metadata.ts';
import { sentencePage } from './page.ts';
import { addressKey, oncePerState } from './rate-limit.ts';
import type { Relay } from './relay.ts';
import { token } from './token.ts';

const MAX_BODY_BYTES = 16_384;
const METADATA = '/.well-known/oauth-authorization-server';
/** The paths that take few methods, each with those that it takes. */
const METHODS: Readonly<Record<string, string>> = {
  '/authorize': 'GET',
  '/callback': 'GET',
  '/token': 'POST, OPTIONS',
};

/** The relay's HTTP face. `addressOf` tells who asks, in whatever way the platform knows. */
export function createApp(relay: Relay, addressOf: (c: Context) => string | undefined): Hono {
  const app = new Hono();
  const address = (c: Context) => addressKey(addressOf(c) ?? 'unknown');
  const countFlow = oncePerState(relay.limit);
  const document = metadata(relay.config);
  const redirect = new Response(null, { status: 302, headers: SECURITY_HEADERS });

  // Made from a finished answer, and alone on its path: to set six headers each time costs a tenth of the whole in
  // workerd, what Hono's own methods do for headers a third on Node, and a chain of handlers a tenth in workerd.
  app.get('/authorize', async (c) => {
    const query = c.req.queries();
    if (!(await countFlow(address(c), query['state']?.[0]?.slice(0, 128) ?? ''))) throw tooManyPages();
    const { location, cookie } = await authorize(relay, query);
    const answer = new Response(null, redirect);
    answer.headers.set('Location', location);
    if (cookie) answer.headers.set('Set-Cookie', cookie);
    return answer;
  });

  for (const path of ['/', METADATA, '/callback', '/token']) app.use(path, securityHeaders);
  app.use('/token', openToAll);
  app.use(METADATA, openToAll);

  app.get('/', (c) => c.html(sentencePage("This is a Tack relay. Enter its address in Tack's options.")));
  app.get(METADATA, (c) => c.json(document));
  app.get('/callback', async (c) => {
    if (!(await relay.limit(address(c)))) throw tooManyPages();
    const { html, cookie } = await callback(relay, c.req.queries(), (name) => getCookie(c, name));
    return c.html(html, 200, { 'Set-Cookie': cookie });
  });
  app.post(
    '/token',
    async (c, next) => {
      if (!(await relay.limit(address(c)))) {
        throw new OAuthError('temporarily_unavailable', 'Too many requests from this address.', {
          status: 429,
          retryAfterS: 60,
        });
      }
      await next();
    },
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => refuse(c, new OAuthError('invalid_request', 'The body is too large.', { status: 413 })),
    }),
    async (c) => c.json(await token(relay, c.req.raw)),
  );
  app.notFound((c) => {
    secure(c);
    const methods = Object.hasOwn(METHODS, c.req.path) && METHODS[c.req.path];
    return methods ? c.text('Method not allowed', 405, { Allow: methods }) : c.text('Not found', 404);
  });
  app.onError((error, c) => {
    secure(c);
    if (error instanceof OAuthError) return refuse(c, error);
    if (error instanceof PageError) return c.html(sentencePage(error.sentence), error.status);
    return refuse(c, new OAuthError('server_error', 'The relay failed.', { status: 500 }));
  });
  return app;
}

function tooManyPages(): PageError {
  return new PageError('Too many requests from this address. Try again in a minute.', 429);
}

/** The answer of RFC 6749 §5.2. */
function refuse(c: Context, { code, description, status, retryAfterS }: OAuthError): Response {
  const headers = retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) };
  return c.json({ error: code, error_description: description }, status, headers);
}
