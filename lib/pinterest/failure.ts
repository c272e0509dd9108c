import { type Outcome, RequestFailure } from '../http/failure.ts';

/** What Pinterest said when it refused. */
export interface Refusal {
  status: number;
  /** Pinterest's own number, which only refines the status. */
  pinterestCode: number;
  requestId?: string | undefined;
  /** Pinterest's sentence. It may quote what was sent, so it is kept out of messages and logs. */
  text: string;
}

/** Pinterest understood the request and did not do it: a readable 4xx. The `code` says why (docs/pinterest-api.md). */
export class Refused extends RequestFailure {
  override readonly name: string = 'Refused';

  constructor(
    code: string,
    readonly refusal: Refusal,
    outcome: Outcome = 'refused',
  ) {
    super(code, outcome, `${code}: Pinterest refused with status ${refusal.status}, code ${refusal.pinterestCode}`);
  }
}

/** A rate limit: Pinterest's (429) or our own budget, which then sent nothing. */
export class RateLimited extends RequestFailure {
  override readonly name = 'RateLimited';

  constructor(
    /** Local time in milliseconds since 1970 from which it makes sense to ask again. */
    readonly retryAtMs: number,
    outcome: 'wait' | 'unknown' = 'wait',
  ) {
    super('rate-limited', outcome, `rate limited until ${retryAtMs}`);
  }
}

/** A value of ours that Pinterest would refuse; nothing was sent. `field` is its path, e.g. `media_source.url`. */
export class InvalidValue extends RequestFailure {
  override readonly name = 'InvalidValue';

  constructor(
    readonly field: string,
    problem: string,
  ) {
    super('invalid-value', 'refused', `${field}: ${problem}`);
  }
}

/** The person did not allow what the request needs; nothing was sent. */
export class MissingScope extends RequestFailure {
  override readonly name = 'MissingScope';

  constructor(readonly scopes: readonly string[]) {
    const isSecret = scopes.every((scope) => scope.endsWith('_secret'));
    super(isSecret ? 'missing-secret-scope' : 'missing-scope', 'refused', `not allowed: ${scopes.join(' ')}`);
  }
}

/** Pinterest failed (5xx), or answered with a status that the API does not know. */
export class ServerError extends RequestFailure {
  override readonly name = 'ServerError';

  constructor(
    readonly status: number,
    readonly requestId?: string,
  ) {
    super('server-error', 'unknown', `Pinterest answered ${status}`);
  }
}
