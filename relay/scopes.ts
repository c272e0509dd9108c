/** What a client may ask for: what saving, reading back and naming the account need, and nothing for ads. */
export const ALLOWED_SCOPES: readonly string[] = [
  'boards:read',
  'boards:read_secret',
  'boards:write',
  'boards:write_secret',
  'pins:read',
  'pins:read_secret',
  'pins:write',
  'pins:write_secret',
  'user_accounts:read',
];

/** The scopes named in a space- or comma-separated list, or `undefined` when it is empty or one is not allowed. */
export function parseScopes(text: string | undefined): string[] | undefined {
  const scopes = [...new Set((text ?? '').split(/[ ,]/).filter(Boolean))];
  return scopes.length > 0 && scopes.every((scope) => ALLOWED_SCOPES.includes(scope)) ? scopes : undefined;
}
