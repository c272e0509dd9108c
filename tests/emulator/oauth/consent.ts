import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { shell } from '../shell.ts';
import type { World } from '../world.ts';
import { KNOWN_SCOPES, splitScopes } from './grants.ts';

const Ask = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().check(z.minLength(1)),
  state: z.optional(z.string()),
  code_challenge: z.optional(z.string()),
  code_challenge_method: z.optional(z.literal('S256')),
});
type Ask = z.infer<typeof Ask>;

/** www.pinterest.com/oauth/: asks the person, changes nothing until a button is pressed. */
export function consentRoutes(world: World): Hono {
  const routes = new Hono();

  routes.get('/', (context) => {
    const ask = readAsk(world, context.req.query());
    if (typeof ask === 'string')
      return context.html(shell('Pinterest', html`<h1>Something went wrong</h1><p>${ask}</p>`), 400);
    if (world.settings.oauth.consent === 'given') return context.redirect(backTo(ask, { code: issueCode(world, ask) }));
    return context.html(consentPage(world, ask));
  });

  routes.post('/', async (context) => {
    const { decision, ...given } = await context.req.parseBody<{ [name: string]: string }>();
    const ask = readAsk(world, given);
    if (typeof ask === 'string') return context.text(ask, 400);
    return context.redirect(
      backTo(ask, decision === 'allow' ? { code: issueCode(world, ask) } : world.settings.oauth.denial),
    );
  });

  return routes;
}

/** The request, or what is wrong with it. */
function readAsk(world: World, given: Record<string, string>): Ask | string {
  const result = z.safeParse(Ask, given);
  if (!result.success) return `Invalid request: ${result.error.issues[0]?.path.join('.')}`;
  const ask = result.data;
  const { id, redirectUris } = world.settings.app;
  if (ask.client_id !== id) return 'Invalid request: unknown client_id';
  if (!redirectUris.includes(ask.redirect_uri)) {
    return `The provided redirect_uri ${ask.redirect_uri} does not match any of the registered redirect URIs.`;
  }
  const unknown = splitScopes(ask.scope).find((scope) => !KNOWN_SCOPES.has(scope));
  return unknown === undefined ? ask : `Invalid request: unknown scope ${unknown}`;
}

/** Where the browser is sent with the answer. */
function backTo(ask: Ask, answer: Record<string, string>): string {
  const target = new URL(ask.redirect_uri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (ask.state !== undefined) target.searchParams.set('state', ask.state);
  return target.href;
}

function issueCode(world: World, ask: Ask): string {
  const code = randomBytes(20).toString('hex');
  const { withheldScopes } = world.settings.oauth;
  world.state.codes.push({
    code,
    redirectUri: ask.redirect_uri,
    scopes: splitScopes(ask.scope).filter((scope) => !withheldScopes.includes(scope)),
    account: world.state.signedInAs,
    challenge: ask.code_challenge ?? null,
    issuedAtMs: world.clock.now(),
    isUsed: false,
  });
  return code;
}

function consentPage(world: World, ask: Ask) {
  const fields = Object.entries(ask).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return shell(
    'Give access',
    html`
      <h1>Give access to ${world.state.signedInAs}?</h1>
      <p>The app would like to:</p>
      <ul>${splitScopes(ask.scope).map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
      <form method="post" action="/oauth/">
        ${fields}
        <button name="decision" value="allow" class="primary">Give access</button>
        <button name="decision" value="deny">Deny</button>
      </form>`,
  );
}
