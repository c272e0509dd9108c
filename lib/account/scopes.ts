/** A permission that a person gives to the app. https://developers.pinterest.com/docs/api/v5/ (securitySchemes) */
export type Scope =
  | 'boards:read'
  | 'boards:read_secret'
  | 'boards:write'
  | 'boards:write_secret'
  | 'pins:read'
  | 'pins:read_secret'
  | 'pins:write'
  | 'pins:write_secret'
  | 'user_accounts:read';

/** The least that saving needs, asked first; `user_accounts:read` is for the account's name and its analytics. */
export const savingScopes: readonly Scope[] = [
  'boards:read',
  'boards:write',
  'pins:read',
  'pins:write',
  'user_accounts:read',
];

/** Asked in addition when a person turns secret boards on. */
export const secretScopes: readonly Scope[] = [
  'boards:read_secret',
  'boards:write_secret',
  'pins:read_secret',
  'pins:write_secret',
];

/** Scopes as an answer lists them: separated by spaces or, in the general guide, by commas. */
export function parseScopes(text: string): string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== '');
}
