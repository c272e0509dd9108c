import * as z from 'zod/mini';
import { Environment } from './environment.ts';

/** A sign-in whose address the person will paste: what the answer is checked against. */
export const PendingSignIn = z.object({
  environment: Environment,
  appId: z.string(),
  appSecret: z.string(),
  redirectUri: z.string(),
  state: z.string(),
  codeVerifier: z.string(),
  /** Local time in milliseconds since 1970. */
  startedAtMs: z.number(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;
