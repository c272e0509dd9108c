/**
 * A failure that has a name. `code` is stable, crosses the message channel and picks the sentence that people
 * read (lib/words); `message` is for developers, in English, and holds no token, secret or page text.
 */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    readonly code: string,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
