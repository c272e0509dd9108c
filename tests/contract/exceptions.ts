import type { Violation } from './check.ts';

interface Exception {
  readonly side: Violation['side'];
  /** `METHOD /path` of the description; any operation when absent. */
  readonly operation?: string;
  /** What the violation must say. */
  readonly says: RegExp;
  readonly reason: string;
}

/** Where Tack knowingly leaves the description, and why. */
const EXCEPTIONS: readonly Exception[] = [
  {
    side: 'request',
    operation: 'POST /oauth/token',
    says: /code_verifier/,
    reason:
      'PKCE (RFC 7636): not described by Pinterest, tolerated beside the secret, and safer for a public redirect.',
  },
  {
    side: 'request',
    operation: 'POST /oauth/token',
    says: /continuous_refresh/,
    reason: 'In the description up to 5.18 and again from 5.28; in 5.23 only in the text. Older apps need it.',
  },
  {
    side: 'request',
    operation: 'HEAD ',
    says: /^no such operation$/,
    reason: 'No operation: asks whether anything answers at all while the browser believes that it is offline.',
  },
  {
    side: 'response',
    says: /unknown property (note|product_tags|is_removable)$/,
    reason: "In Pinterest's own sample answers, though the description dropped them: clients must stand them.",
  },
  {
    side: 'response',
    operation: 'POST /oauth/token',
    says: /status 201/,
    reason: 'Described from version 5.28 on.',
  },
];

export function exceptionFor(violation: Violation): Exception | undefined {
  return EXCEPTIONS.find(
    ({ side, operation, says }) =>
      side === violation.side &&
      (operation ?? violation.operation) === violation.operation &&
      says.test(violation.message),
  );
}
