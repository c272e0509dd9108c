import * as z from 'zod/mini';

const Budget = z.strictObject({ limit: z.int(), windowS: z.int() });

/** How the emulated Pinterest behaves where it can be configured, or where the truth is not known. */
export const Settings = z.strictObject({
  app: z.strictObject({
    id: z.string(),
    secret: z.string(),
    /** Trial apps may not create or change pins in production. */
    tier: z.enum(['standard', 'trial']),
    redirectUris: z.array(z.string()),
    pinEdit: z.boolean(),
    multiPinAnalytics: z.boolean(),
  }),
  oauth: z.strictObject({
    /** What a denied consent adds to the redirect; nobody documents it. */
    denial: z.record(z.string(), z.string()),
    /** Whether the person is asked, or sent back at once, as where consent was given before. */
    consent: z.enum(['asked', 'given']),
    pkce: z.enum(['verify', 'ignore']),
    codeLifetimeMs: z.nullable(z.int()),
    accessTokenLifetimeS: z.int(),
    refreshTokenLifetimeS: z.int(),
    /** Whether a refresh token is still taken after it was used once. */
    oldRefreshToken: z.enum(['works', 'refused']),
    tokenStatus: z.union([z.literal(200), z.literal(201)]),
    /** Scopes that the person leaves out on the consent page. */
    withheldScopes: z.array(z.string()),
  }),
  createStatus: z.union([z.literal(200), z.literal(201)]),
  /** Order of a board's pins where the board has none of its own. */
  pinOrder: z.enum(['newest-first', 'oldest-first', 'custom']),
  limits: z.strictObject({
    enforced: z.boolean(),
    retryAfter: z.boolean(),
    reset: z.enum(['seconds', 'unix']),
    org_read: Budget,
    org_write: Budget,
    org_analytics: Budget,
  }),
  pictures: z.strictObject({
    minSidePx: z.int(),
    /** Where to find the pictures of hosts that the emulator does not serve itself: host to http base URL. */
    hosts: z.record(z.string(), z.string()),
    /** Whether the sandbox can fetch image_url pictures (users report that it cannot). */
    sandboxFetches: z.boolean(),
  }),
  /** Server time from a video's upload until it is ready. */
  videoProcessingMs: z.int(),
  /** Link hosts whose owners forbid saving. */
  blockedLinkHosts: z.array(z.string()),
  /** Whether the log keeps the answers' bodies: the contract check needs them, a long soak has no room for them. */
  logAnswers: z.boolean(),
  /**
   * Whether connections to the API are kept alive. Chromium silently resends a POST whose reused connection dies
   * without an answer, so one dropped save would reach the server several times.
   */
  keepAlive: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** A change of settings: any part of them, objects merged one level deep. */
export const SettingsPatch = z.strictObject({
  app: z.optional(z.partial(Settings.shape.app)),
  oauth: z.optional(z.partial(Settings.shape.oauth)),
  limits: z.optional(z.partial(Settings.shape.limits)),
  pictures: z.optional(z.partial(Settings.shape.pictures)),
  createStatus: z.optional(Settings.shape.createStatus),
  pinOrder: z.optional(Settings.shape.pinOrder),
  videoProcessingMs: z.optional(Settings.shape.videoProcessingMs),
  blockedLinkHosts: z.optional(Settings.shape.blockedLinkHosts),
  logAnswers: z.optional(Settings.shape.logAnswers),
  keepAlive: z.optional(Settings.shape.keepAlive),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export function defaultSettings(): Settings {
  return {
    app: {
      id: '1500000',
      secret: 's3cr-e_t.Value-0',
      tier: 'standard',
      redirectUris: [],
      pinEdit: true,
      multiPinAnalytics: true,
    },
    oauth: {
      consent: 'asked',
      denial: { error: 'access_denied' },
      pkce: 'verify',
      codeLifetimeMs: null,
      accessTokenLifetimeS: 2_592_000,
      refreshTokenLifetimeS: 5_184_000,
      oldRefreshToken: 'refused',
      tokenStatus: 200,
      withheldScopes: [],
    },
    createStatus: 201,
    pinOrder: 'newest-first',
    limits: {
      enforced: false,
      retryAfter: false,
      reset: 'seconds',
      org_read: { limit: 1000, windowS: 60 },
      org_write: { limit: 100, windowS: 60 },
      org_analytics: { limit: 60, windowS: 60 },
    },
    pictures: { minSidePx: 75, hosts: {}, sandboxFetches: true },
    videoProcessingMs: 2000,
    blockedLinkHosts: [],
    logAnswers: true,
    keepAlive: false,
  };
}

export function applyPatch(settings: Settings, input: unknown): Settings {
  const patch = SettingsPatch.parse(input);
  return Settings.parse({
    ...settings,
    ...patch,
    app: { ...settings.app, ...patch.app },
    oauth: { ...settings.oauth, ...patch.oauth },
    limits: { ...settings.limits, ...patch.limits },
    pictures: { ...settings.pictures, ...patch.pictures },
  });
}
