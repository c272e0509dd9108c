import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { authorize } from './authorize.ts';
import { callback } from './callback.ts';
import { OAuthError, PageError } from './errors.ts';
import { openToAll, securityHeaders } from './headers.ts';
import { metadata } from './metadata.ts';
import { sentencePage } from './page.ts';
import { addressKey, oncePerState } from './rateLimit.ts';
import type { Relay } from './relay.ts';
import { token } from './token.ts';

const MAX_BODY_BYTES = 16_384;
const METADATA = '/.well-known/oauth-authorization-server';

/** The relay's HTTP face. `addressOf` tells who asks, in whatever way the platform knows. */
export function createApp(relay: Relay, addressOf: (c: Context) => string | undefined): Hono {
  const app = new Hono();
  const address = (c: Context) => addressKey(addressOf(c) ?? 'unknown');
  const countFlow = oncePerState(relay.limit);
  const document = metadata(relay.config);

  app.use(securityHeaders);
  app.use('/token', openToAll);
  app.use(METADATA, openToAll);

  app.get('/', (c) => c.html(sentencePage("This is a Tack relay. Enter its address in Tack's options.")));
  app.get(METADATA, (c) => c.json(document));
  app.get('/authorize', (c) => {
    return authorize(relay, new URL(c.req.url).searchParams, (state) => countFlow(address(c), state));
  });
  app.get('/callback', async (c) => {
    if (!(await relay.limit(address(c)))) {
      throw new PageError('Too many requests from this address. Try again in a minute.', 429);
    }
    return callback(relay, new URL(c.req.url).searchParams, (name) => getCookie(c, name));
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
      onError: () => new OAuthError('invalid_request', 'The body is too large.', { status: 413 }).toResponse(),
    }),
    (c) => token(relay, c.req.raw),
  );
  for (const [path, allow] of [
    ['/token', 'POST, OPTIONS'],
    ['/authorize', 'GET'],
    ['/callback', 'GET'],
  ] as const) {
    app.all(path, () => new Response('Method not allowed', { status: 405, headers: { Allow: allow } }));
  }

  app.notFound((c) => c.text('Not found', 404));
  app.onError((error, c) => {
    if (error instanceof OAuthError) return error.toResponse();
    if (error instanceof PageError) return c.html(sentencePage(error.sentence), error.status);
    return new OAuthError('server_error', 'The relay failed.', { status: 500 }).toResponse();
  });
  return app;
}
