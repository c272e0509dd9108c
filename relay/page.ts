import { createHash } from 'node:crypto';

const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1rem}';

/** Scripts, pictures, forms and frames are all refused; the one style is allowed by its hash. */
export const PAGE_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that says one sentence. */
export function sentencePage(sentence: string): string {
  return page('', `<p>${escapeHtml(sentence)}</p>`);
}

/**
 * A page without script that continues to `target`, by itself and by a visible link. Not an HTTP redirect:
 * Pinterest's rules forbid a redirect URI that redirects again.
 */
export function continuePage(target: string): string {
  const href = escapeHtml(target);
  return page(
    `<meta http-equiv="refresh" content="0;url=${href}">`,
    `<p>Going back to Tack…</p><p><a href="${href}">Continue</a></p>`,
  );
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tack relay</title>${head}<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
