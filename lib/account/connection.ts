import * as z from 'zod/mini';
import { Environment } from './environment.ts';

const id = z.string().check(z.minLength(1));

/** Tokens as Pinterest gave them. Times are server time in milliseconds since 1970. */
export const Tokens = z.object({
  accessToken: z.string().check(z.minLength(1)),
  accessExpiresAtMs: z.number(),
  refreshToken: z.optional(z.string().check(z.minLength(1))),
  /** Absent when the answer did not say. */
  refreshExpiresAtMs: z.optional(z.number()),
  /** What the person allowed; empty when the answer did not say. */
  scopes: z.array(z.string()),
  /** Server time minus local time when they were given, for a worker that has heard no server yet. */
  clockOffsetMs: z.number(),
});
export type Tokens = z.infer<typeof Tokens>;

/** The person's own app: the secret stays in this browser. */
export const OwnApp = z.object({
  kind: z.literal('own-app'),
  appId: z.string().check(z.minLength(1)),
  appSecret: z.string().check(z.minLength(1)),
});
export type OwnApp = z.infer<typeof OwnApp>;

/** A server that holds an app's secret; its refresh tokens are bound to a key that cannot leave this browser. */
export const Relay = z.object({
  kind: z.literal('relay'),
  /** Origin of the relay: its issuer. */
  issuer: z.string(),
  privateKey: z.instanceof(CryptoKey),
  publicKey: z.instanceof(CryptoKey),
});
export type Relay = z.infer<typeof Relay>;

/** One of the ways to be connected. */
export const Way = z.union([OwnApp, Relay]);
export type Way = z.infer<typeof Way>;

/** A connection to one account in one environment: what is stored, whole or not at all. */
export const Connection = z.object({
  /** Names the connection in jobs, without saying whose it is: the account's hash, or random where that is not known. */
  id,
  environment: Environment,
  /** A keyed hash of the account's id, by a key that this browser made at random. */
  accountHash: z.optional(z.string()),
  way: Way,
  tokens: Tokens,
});
export type Connection = z.infer<typeof Connection>;
