import * as z from 'zod/mini';

/** Pinterest's two worlds. Tokens of one are refused by the other. */
export const Environment = z.enum(['production', 'sandbox']);
export type Environment = z.infer<typeof Environment>;

/** Base address of the API, without a slash at its end. */
export const apiBase: Record<Environment, string> = {
  production: 'https://api.pinterest.com/v5',
  sandbox: 'https://api-sandbox.pinterest.com/v5',
};
