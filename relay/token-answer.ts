import type { Relay } from './relay.ts';
import { seal } from './seals.ts';
import type { TokenAnswer } from './upstream.ts';

const DAY_S = 86_400;
/** Pinterest's own lifetime of a refresh token. */
const USUAL_LIFETIME_S = 60 * DAY_S;
/** No sealed refresh token lives longer, so a retired refresh key can go after as many days. */
const MAX_LIFETIME_S = 75 * DAY_S;

/** What the client gets (RFC 6749 §5.1): Pinterest's access token as it is, its refresh token only sealed. */
export interface ClientAnswer {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in?: number;
  readonly scope?: string;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
}

/** Makes the client's answer from Pinterest's, with `refreshToken` sealed for the key with that thumbprint. */
export async function clientAnswer(
  { config, refresh, now }: Relay,
  { access_token, expires_in, scope, refresh_token_expires_in }: TokenAnswer,
  refreshToken: string | undefined,
  thumbprint: string,
): Promise<ClientAnswer> {
  const answer: ClientAnswer = {
    access_token,
    token_type: 'bearer',
    ...(expires_in === undefined ? {} : { expires_in }),
    ...(scope === undefined ? {} : { scope }),
  };
  if (refreshToken === undefined) return answer;
  const iat = Math.floor(now() / 1000);
  const lifetimeS = Math.min(refresh_token_expires_in ?? USUAL_LIFETIME_S, MAX_LIFETIME_S);
  const sealed = await seal(refresh, {
    typ: 'refresh',
    iss: config.ISSUER,
    aud: config.CLIENT_ID,
    app: config.PINTEREST_APP_ID,
    env: config.ENVIRONMENT,
    cnf: { jkt: thumbprint },
    iat,
    exp: iat + lifetimeS,
    pin: refreshToken,
  });
  return { ...answer, refresh_token: sealed, refresh_token_expires_in: lifetimeS };
}
