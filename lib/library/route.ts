/** Which part of the library is shown; the address says it after its `#`. */
export type Route =
  | { readonly name: 'boards' }
  | { readonly name: 'board'; readonly boardId: string; readonly sectionId?: string }
  | { readonly name: 'search'; readonly text: string }
  | { readonly name: 'analytics' }
  | { readonly name: 'pin-analytics'; readonly pinId: string }
  | { readonly name: 'waiting' }
  | { readonly name: 'history' }
  | { readonly name: 'account' };

/** The part of the library that an address means; the boards when it means none. */
export function readRoute(hash: string): Route {
  const [name = '', first = '', second] = hash.replace(/^#/, '').split('/').map(decode);
  if (name === 'board' && isId(first)) {
    return { name, boardId: first, ...(second && isId(second) && { sectionId: second }) };
  }
  if (name === 'analytics' && isId(first)) return { name: 'pin-analytics', pinId: first };
  if (name === 'search' && first) return { name, text: first };
  if (name === 'analytics' || name === 'waiting' || name === 'history' || name === 'account') return { name };
  return { name: 'boards' };
}

/** The address of a board, or of one of its sections, in the library. */
export function boardHash({ boardId, ...more }: { readonly boardId: string }): string {
  return 'sectionId' in more ? `#board/${boardId}/${more.sectionId}` : `#board/${boardId}`;
}

function isId(text: string): boolean {
  return /^\d{1,40}$/.test(text);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
