import { equalInConstantTime } from './constant-time.ts';
import { cookieName, endCookie } from './cookies.ts';
import { PageError } from './errors.ts';
import { flowSecrets } from './flow.ts';
import { continuePage } from './page.ts';
import { singleParameters, type Values } from './parameters.ts';
import type { Relay } from './relay.ts';
import { open, seal } from './seals.ts';

const CODE_LIFETIME_S = 60;
const MAX_PINTEREST_CODE = 1024;
const PASSED_ON = ['invalid_scope', 'server_error', 'temporarily_unavailable', 'unauthorized_client'];

/**
 * `GET /callback`: Pinterest's answer arrives in the browser that started the flow, and continues to the extension
 * with a code of the relay's own and its name (`iss`, RFC 9207).
 * Gives the page and the `Set-Cookie` that ends the flow.
 * @param cookie gives the value of a cookie of this request.
 * @throws {PageError} without a valid state and its cookie; the browser is then sent nowhere.
 */
export async function callback(
  relay: Relay,
  query: Values,
  cookie: (name: string) => string | undefined,
): Promise<{ html: string; cookie: string }> {
  const parameters = singleParameters(query);
  const audience = relay.audiences;
  const opened = await open(relay.state, parameters?.get('state'), { audience, now: relay.now() });
  const { claims, key } = opened ?? {};
  const redirect = relay.config.ALLOWED_REDIRECTS[claims?.red ?? -1];
  if (!parameters || !claims || !key || redirect === undefined || audience[claims.red] !== claims.aud) {
    throw new PageError('This sign-in is not known here, or it took too long. Start again from Tack.');
  }
  const { cookie: expected, verifier } = flowSecrets(key.flow, claims.jti);
  if (!equalInConstantTime(cookie(cookieName(claims.jti)) ?? '', expected)) {
    throw new PageError('This sign-in was started in another browser. Start again from Tack.', 403);
  }

  const answer = new URLSearchParams();
  const pin = parameters.get('code');
  const error = parameters.get('error');
  if (pin !== undefined && error === undefined && pin.length <= MAX_PINTEREST_CODE) {
    const { aud, red, cha } = claims;
    const exp = Math.floor(relay.now() / 1000) + CODE_LIFETIME_S;
    answer.set('code', await seal(relay.code, { typ: 'code', aud, exp, red, cha, ver: verifier, pin }));
  } else {
    // How Pinterest says "denied" is not documented, so whatever is no code and no known error is a denial.
    answer.set('error', PASSED_ON.find((known) => known === error) ?? 'access_denied');
  }
  answer.set('state', claims.sta);
  answer.set('iss', relay.config.ISSUER);
  return { html: continuePage(`${redirect}?${answer}`), cookie: endCookie(claims.jti) };
}
