import { Failure } from '../failure.ts';

/**
 * What is known of a request that failed.
 * - `refused`: it was understood and not done; asking again the same way is of no use.
 * - `wait`: it was not done; the same request can be sent later.
 * - `unknown`: it may have been done.
 */
export type Outcome = 'refused' | 'wait' | 'unknown';

/** A failure of a request over the network, which always tells what is known of the request. */
export class RequestFailure extends Failure {
  override readonly name: string = 'RequestFailure';

  constructor(
    code: string,
    readonly outcome: Outcome,
    message?: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}

/**
 * No whole answer came. Codes: `offline` (never sent), `stopped` (its owner stopped it), `no-connection`,
 * `silent-server`, `answer-cut-off`.
 */
export class TransportFailure extends RequestFailure {
  override readonly name = 'TransportFailure';
}
