import { Buffer } from 'node:buffer';
import * as z from 'zod/mini';
import type { Config } from './config.ts';
import { OAuthError } from './errors.ts';
import type { FailureBudget, Grant } from './failure-budget.ts';

const TIMEOUT_MS = 10_000;
const HOSTS = { production: 'https://api.pinterest.com', sandbox: 'https://api-sandbox.pinterest.com' };

const tokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.optional(z.int()),
  scope: z.optional(z.string()),
  refresh_token: z.optional(z.string().check(z.minLength(1))),
  refresh_token_expires_in: z.optional(z.int()),
});
const pinterestError = z.object({ code: z.int() });

/** Pinterest's token answer, as far as the relay uses it. Times are in seconds. */
export type TokenAnswer = z.infer<typeof tokenAnswer>;

/** Asks Pinterest's token endpoint for one grant. */
export type Exchange = (grant: Grant, form: Record<string, string>) => Promise<TokenAnswer>;

/** One line for the operator about a failed call: fixed words and numbers only. */
export interface UpstreamFailure {
  readonly event: 'upstream-failure';
  readonly grant: Grant;
  /** Pinterest's HTTP status, or 0 when no answer came. */
  readonly status: number;
  /** Pinterest's own error code, where there was one. */
  readonly code: number | undefined;
}

/**
 * Makes the one place that talks to Pinterest: `POST /v5/oauth/token` with the app's id and secret in raw Basic
 * (Pinterest's documentation, "Authentication"). A redirect is not followed: it would carry the secret elsewhere.
 * @throws {OAuthError} Pinterest's refusal, silence or nonsense in OAuth's words.
 */
export function upstream(
  config: Config,
  tools: { fetch: typeof fetch; budget: FailureBudget; report: (failure: UpstreamFailure) => void },
): Exchange {
  const url = `${HOSTS[config.ENVIRONMENT]}/v5/oauth/token`;
  const authorization = `Basic ${Buffer.from(`${config.PINTEREST_APP_ID}:${config.PINTEREST_APP_SECRET}`).toString('base64')}`;

  return async (grant, form) => {
    const waitMs = tools.budget.waitMs(grant);
    if (waitMs > 0) {
      throw new OAuthError('temporarily_unavailable', 'Too many requests to Pinterest failed.', {
        status: 503,
        retryAfterS: Math.ceil(waitMs / 1000),
      });
    }
    const fail = (error: OAuthError, status: number, code?: number) => {
      tools.budget.spend(grant);
      tools.report({ event: 'upstream-failure', grant, status, code });
      return error;
    };

    let response: Response;
    let body: unknown;
    try {
      response = await tools.fetch(url, {
        method: 'POST',
        headers: { Authorization: authorization, Accept: 'application/json' },
        body: new URLSearchParams({ grant_type: grant, ...form }),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      body = await response.json().catch((cause: unknown) => {
        if (cause instanceof SyntaxError) return undefined;
        throw cause;
      });
    } catch {
      throw fail(new OAuthError('temporarily_unavailable', 'Pinterest did not answer.', { status: 503 }), 0);
    }
    if (!response.ok) {
      const code = pinterestError.safeParse(body).data?.code;
      throw fail(refusal(response, code), response.status, code);
    }
    const answer = tokenAnswer.safeParse(body);
    if (!answer.success) {
      throw fail(
        new OAuthError('server_error', "Pinterest's answer cannot be read.", { status: 502 }),
        response.status,
      );
    }
    return answer.data;
  };
}

/** Pinterest's status decides; its code only refines (401 with code 3 is about the app, not about the grant). */
function refusal({ status, headers }: Response, code: number | undefined): OAuthError {
  const said = `Pinterest answered ${status}${code === undefined ? '' : ` with code ${code}`}.`;
  if (status === 429 || status >= 500) {
    const retryAfter = headers.get('Retry-After') ?? '';
    const retryAfterS = /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined;
    return new OAuthError('temporarily_unavailable', said, { status: 503, retryAfterS });
  }
  if (status === 403 || code === 3) return new OAuthError('unauthorized_client', said);
  if (status === 400 || status === 401) return new OAuthError('invalid_grant', said);
  return new OAuthError('server_error', said, { status: 502 });
}
