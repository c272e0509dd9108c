import { equalInConstantTime } from './constant-time.ts';
import { OAuthError } from './errors.ts';
import type { Relay } from './relay.ts';
import { parseScopes } from './scopes.ts';
import { open } from './seals.ts';
import { type ClientAnswer, clientAnswer } from './token-answer.ts';

/** The `refresh_token` grant (RFC 6749 §6), only for the key that the token is bound to (RFC 9449 §5). */
export async function refreshGrant(
  relay: Relay,
  parameters: ReadonlyMap<string, string>,
  proof: string | undefined,
): Promise<ClientAnswer> {
  const { config } = relay;
  const opened = await open(relay.refresh, parameters.get('refresh_token'), {
    audience: [config.CLIENT_ID],
    now: relay.now(),
  });
  const refused = () => new OAuthError('invalid_grant', 'The refresh token is not valid here.');
  if (!opened) throw refused();
  const { iss, app, env, cnf, pin } = opened.claims;
  if (iss !== config.ISSUER || app !== config.PINTEREST_APP_ID || env !== config.ENVIRONMENT) throw refused();
  const thumbprint = await relay.verifyDpop(proof);
  if (!equalInConstantTime(thumbprint, cnf.jkt)) throw refused();

  const scope = parameters.get('scope');
  const scopes = parseScopes(scope);
  if (scope !== undefined && !scopes) throw new OAuthError('invalid_scope', 'A scope is not allowed here.');
  const answer = await relay.exchange('refresh_token', {
    refresh_token: pin,
    ...(scopes ? { scope: scopes.join(',') } : {}),
  });
  // Pinterest may keep the old refresh token; then it goes on being used.
  return clientAnswer(relay, answer, answer.refresh_token ?? pin, thumbprint);
}
