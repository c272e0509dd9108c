import * as z from 'zod/mini';

const secretKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 random bytes in base64url'));
const keys = listOf(z.array(secretKey).check(z.minLength(1), z.maxLength(8)));

/** A redirect is compared as a string, so only one spelling of it may be configured: the canonical one. */
const redirect = z.string().check(
  z.maxLength(255),
  z.refine((text) => {
    const url = URL.parse(text);
    return url?.protocol === 'https:' && url.href === text && !url.hash && !url.search && !url.username;
  }, 'must be a canonical https URL without query, fragment or user'),
);

/** An origin: `https`, or `http` on this machine only. */
const issuer = z.string().check(
  z.refine((text) => {
    const url = URL.parse(text);
    if (url?.origin !== text) return false;
    return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  }, 'must be an https origin without a path or a slash at the end'),
);

const environment = z
  .object({
    ISSUER: issuer,
    PINTEREST_APP_ID: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    PINTEREST_APP_SECRET: z.string().check(z.minLength(1)),
    CLIENT_ID: z._default(z.string().check(z.regex(/^[\w.-]{1,64}$/)), 'tack'),
    SEALING_KEYS: keys,
    REFRESH_KEYS: keys,
    ALLOWED_REDIRECTS: listOf(z.array(redirect).check(z.minLength(1), z.maxLength(64))),
    ENVIRONMENT: z.enum(['production', 'sandbox']),
    REQUESTS_PER_MINUTE: z._default(z.coerce.number().check(z.int(), z.gte(1)), 60),
    CLIENT_ADDRESS_HEADER: z.optional(z.string().check(z.regex(/^[a-z0-9-]+$/))),
  })
  .check(
    z.refine(
      ({ SEALING_KEYS, REFRESH_KEYS }) => !SEALING_KEYS.some((key) => REFRESH_KEYS.includes(key)),
      'REFRESH_KEYS must not share a key with SEALING_KEYS',
    ),
  );

/** What the operator sets, under the names of the environment variables; docs/relay.md explains each. */
export type Config = z.infer<typeof environment>;

/**
 * Reads the configuration from environment variables.
 * @throws {Error} naming every variable that is missing or malformed, never its value.
 */
export function readConfig(env: unknown): Config {
  const result = environment.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${String(path[0] ?? 'configuration')}: ${message}`);
  throw new Error(`The relay is not configured. ${[...new Set(problems)].join('; ')}`);
}

/** A schema for a variable that holds several values, separated by commas or white space. */
function listOf<T extends z.core.$ZodType<unknown, string[]>>(items: T) {
  return z.pipe(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.split(/[\s,]+/).filter(Boolean)),
    ),
    items,
  );
}
