type Status = 400 | 401 | 403 | 404 | 409 | 429;

/** A refusal as Pinterest words it: `{code, message}` under an HTTP status. Throw it anywhere in the API. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: Status;
  readonly code: number;
  readonly headers: Record<string, string>;

  constructor(status: Status, code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const invalid = (message: string) => new Refusal(400, 1, `Invalid request: ${message}`);
export const boardNotFound = () => new Refusal(404, 40, 'Board not found.');
export const sectionNotFound = () => new Refusal(404, 2031, "Sorry! We couldn't find this board section.");
export const pinNotFound = () => new Refusal(404, 50, 'Pin not found.');
export const notPermitted = () => new Refusal(403, 29, 'You are not permitted to access that resource.');

export const trialRefusal = () =>
  new Refusal(
    403,
    29,
    'Apps with Trial access may not create Pins in production https://api.pinterest.com - use API Sandbox https://api-sandbox.pinterest.com instead.',
  );

export const rateLimited = (headers: Record<string, string>) =>
  new Refusal(
    429,
    8,
    'This request exceeded a rate limit. This can happen if the client exceeds one\nof the published rate limits or if multiple write operations are applied to\nan object within a short time window.',
    headers,
  );
