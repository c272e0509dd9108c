import type { Recorded } from '../emulator/recording.ts';

/** Every operation that lib/pinterest offers. */
export const OPERATIONS = [
  'POST /oauth/token',
  'POST /pins',
  'GET /pins',
  'GET /pins/{pin_id}',
  'PATCH /pins/{pin_id}',
  'DELETE /pins/{pin_id}',
  'POST /pins/{pin_id}/save',
  'GET /pins/{pin_id}/analytics',
  'GET /pins/analytics',
  'POST /boards',
  'GET /boards',
  'GET /boards/{board_id}',
  'PATCH /boards/{board_id}',
  'DELETE /boards/{board_id}',
  'GET /boards/{board_id}/pins',
  'GET /boards/{board_id}/sections',
  'POST /boards/{board_id}/sections',
  'PATCH /boards/{board_id}/sections/{section_id}',
  'DELETE /boards/{board_id}/sections/{section_id}',
  'GET /boards/{board_id}/sections/{section_id}/pins',
  'GET /user_account',
  'GET /user_account/analytics',
  'GET /user_account/analytics/top_pins',
  'POST /media',
  'GET /media/{media_id}',
  'GET /search/boards',
  'GET /search/pins',
] as const;
const SOURCES = ['image_url', 'image_base64', 'multiple_image_urls', 'multiple_image_base64', 'video_id'] as const;

/** What a recording lacks: each operation and each kind of picture, answered well once and refused once. */
export function gaps(recording: readonly Recorded[], operationOf: (recorded: Recorded) => string | null): string[] {
  const subjects = new Set<string>();
  for (const recorded of recording) {
    const outcome = recorded.status < 400 ? 'success' : 'error';
    subjects.add(`${operationOf(recorded)}: ${outcome}`);
    const source = sourceOf(recorded.body);
    if (source) subjects.add(`${source}: ${outcome}`);
  }
  return [...OPERATIONS, ...SOURCES]
    .flatMap((subject) => [`${subject}: success`, `${subject}: error`])
    .filter((subject) => !subjects.has(subject));
}

function sourceOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('media_source' in body)) return null;
  const { media_source: source } = body;
  return typeof source === 'object' && source !== null && 'source_type' in source ? String(source.source_type) : null;
}
