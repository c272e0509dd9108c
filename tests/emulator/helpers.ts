import { type Emulator, type EmulatorOptions, startEmulator } from './start.ts';

export const ALL_SCOPES = [
  'boards:read',
  'boards:write',
  'boards:read_secret',
  'boards:write_secret',
  'pins:read',
  'pins:write',
  'pins:read_secret',
  'pins:write_secret',
  'user_accounts:read',
];

/** What tests look at in an answer's body; the rest is compared whole. */
interface Body {
  readonly id: string;
  readonly created_at: string;
  readonly items: readonly { readonly id: string; readonly name?: string; readonly title?: string | null }[];
  readonly bookmark: string | null;
  readonly code: number;
  readonly message: string;
  readonly upload_parameters: Record<string, string>;
  readonly [name: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A client as bare as can be, with a token that may do everything. */
export function connect(emulator: Emulator, environment: 'production' | 'sandbox' = 'production', scopes = ALL_SCOPES) {
  const { accessToken } = emulator.grant({ environment, scopes });
  const origin = environment === 'sandbox' ? 'https://api-sandbox.pinterest.com' : 'https://api.pinterest.com';
  return async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await emulator.fetch(`${origin}/v5${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  };
}

export const PICTURE = 'https://kitchen.test/numbered/7-300x400.jpg';

export function byUrl(boardId: string, url = PICTURE) {
  return { board_id: boardId, media_source: { source_type: 'image_url', url } };
}

/** An emulator with one board, and its id. */
export async function startWithBoard(options: EmulatorOptions = {}) {
  const emulator = await startEmulator({ seed: { boards: [{ name: 'Recipes' }] }, ...options });
  const boardId = emulator.state().boards[0]?.id ?? '';
  return { emulator, boardId };
}
