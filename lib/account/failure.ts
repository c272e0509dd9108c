import { RequestFailure } from '../http/failure.ts';

/** Why a sign-in did not happen; nothing of it was stored. */
export type SignInCode =
  | 'sign-in-denied'
  | 'sign-in-window-closed'
  | 'sign-in-window-busy'
  | 'sign-in-page-failed'
  | 'sign-in-wrong-state'
  | 'sign-in-wrong-address'
  | 'sign-in-not-started'
  | 'sign-in-wrong-secret'
  | 'sign-in-code-refused'
  | 'sign-in-app-not-approved'
  | 'sign-in-no-network'
  | 'sign-in-bad-answer'
  | 'sign-in-stopped'
  | 'relay-address-invalid'
  | 'relay-unusable'
  | 'relay-refused';

/** A sign-in that did not happen. Its message never holds a code, token or secret. */
export class SignInFailure extends RequestFailure {
  override readonly name = 'SignInFailure';

  constructor(code: SignInCode, message: string = code) {
    super(code, 'wait', message);
  }
}

/**
 * There is no token to send a request with, so it was not sent. Codes: `not-connected`, `sign-in-again` (Pinterest
 * refused to renew), `refresh-failed` (no answer; it can be tried later).
 */
export class SessionFailure extends RequestFailure {
  override readonly name = 'SessionFailure';

  constructor(code: 'not-connected' | 'sign-in-again' | 'refresh-failed', options?: ErrorOptions) {
    super(code, 'wait', code, options);
  }
}
