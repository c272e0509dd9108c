import { jwtDecrypt } from 'jose';
import * as z from 'zod/mini';
import type { Key, SealType } from './keys.ts';
import { TAG_BYTES } from './primitives.ts';
import { randomBytes } from './random.ts';

/** One type of seal: its keys (newest first), what is inside, and how long the sealed text may be. */
export interface SealKind<Claims extends z.ZodMiniType> {
  readonly type: SealType;
  readonly keys: readonly Key[];
  readonly claims: Claims;
  readonly maxLength: number;
}

const common = { aud: z.string(), exp: z.int() };
const base64urlText = z.string().check(z.regex(/^[\w-]+$/));

/** Travels through Pinterest in `state`; at most 512 characters, hence the short names. */
export const stateClaims = z.object({
  ...common,
  typ: z.literal('state'),
  /** The flow's nonce. */
  jti: base64urlText,
  /** The redirect, as an index into the allow-list. */
  red: z.int().check(z.gte(0)),
  /** The client's S256 code challenge. */
  cha: base64urlText,
  /** The client's own state. */
  sta: z.string(),
});

/** The code a client gets. */
export const codeClaims = z.object({
  ...common,
  typ: z.literal('code'),
  red: z.int().check(z.gte(0)),
  cha: base64urlText,
  /** The relay's own verifier for the challenge it sent to Pinterest. */
  ver: base64urlText,
  /** Pinterest's code. */
  pin: z.string(),
});

/** The refresh token a client gets. */
export const refreshClaims = z.object({
  ...common,
  typ: z.literal('refresh'),
  iss: z.string(),
  /** Pinterest's app id and environment. */
  app: z.string(),
  env: z.string(),
  /** The thumbprint of the client's DPoP key (RFC 7800, RFC 9449 §6). */
  cnf: z.object({ jkt: z.string() }),
  iat: z.int(),
  /** Pinterest's refresh token. */
  pin: z.string(),
});

/**
 * Seals `claims` with the newest key: a compact JWE (RFC 7516; `dir`, A256GCM), which jose opens. It is not made by
 * jose, so that each platform encrypts in the way that is cheapest there.
 */
export async function seal<C extends z.ZodMiniType<{ exp: number }>>(
  kind: SealKind<C>,
  claims: z.infer<C>,
): Promise<string> {
  const [key] = kind.keys;
  if (!key) throw new Error(`no key for ${kind.type}`);
  const nonce = randomBytes(12);
  const sealed = await key.encrypt(nonce, JSON.stringify(claims));
  const end = sealed.length - TAG_BYTES;
  const [text, tag] = [sealed.toString('base64url', 0, end), sealed.toString('base64url', end)];
  return `${key.header}..${nonce.toString('base64url')}.${text}.${tag}`;
}

/**
 * Opens what {@link seal} made with any key that is still configured, and gives its claims and that key.
 * Gives `undefined`, without saying why, for anything else: tampered, foreign, expired, or another type.
 */
export async function open<C extends z.ZodMiniType>(
  kind: SealKind<C>,
  sealed: string | undefined,
  { audience, now }: { audience: readonly string[]; now: number },
): Promise<{ claims: z.infer<C>; key: Key } | undefined> {
  if (!sealed || sealed.length > kind.maxLength) return undefined;
  let used: Key | undefined;
  try {
    const { payload } = await jwtDecrypt(
      sealed,
      ({ kid }) => {
        used = kind.keys.find(({ id }) => id === kid);
        if (!used) throw new Error('unknown key');
        return used.opening;
      },
      {
        audience: [...audience],
        currentDate: new Date(now),
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp'],
      },
    );
    const claims = kind.claims.safeParse(payload);
    return claims.success && used ? { claims: claims.data, key: used } : undefined;
  } catch {
    return undefined;
  }
}
