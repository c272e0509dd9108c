/** The `error` values of RFC 6749 §4.1.2.1 and §5.2 and RFC 9449 §5 that the relay answers with. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'invalid_dpop_proof'
  | 'access_denied'
  | 'server_error'
  | 'temporarily_unavailable';

type ErrorStatus = 400 | 401 | 413 | 429 | 500 | 502 | 503;

/** A refusal in OAuth's words. The description is our own sentence: it never repeats what was sent. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly description: string;
  readonly status: ErrorStatus;
  readonly retryAfterS: number | undefined;

  constructor(
    code: OAuthErrorCode,
    description: string,
    { status = 400, retryAfterS }: { status?: ErrorStatus; retryAfterS?: number | undefined } = {},
  ) {
    super(`${code}: ${description}`);
    this.code = code;
    this.description = description;
    this.status = status;
    this.retryAfterS = retryAfterS;
  }
}

/** A refusal that a person reads in the browser, because there is no safe place to send them to. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly sentence: string;
  readonly status: 400 | 403 | 429;

  constructor(sentence: string, status: 400 | 403 | 429 = 400) {
    super(sentence);
    this.sentence = sentence;
    this.status = status;
  }
}
