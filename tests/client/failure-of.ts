import { RequestFailure } from '../../lib/http/failure.ts';

/** The failure that a promise ends in; whatever else it ends in fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<RequestFailure> {
  const error = await work.then(
    (value) => new Error(`no failure, but ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof RequestFailure) return error;
  throw error;
}
