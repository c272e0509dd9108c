import type { Bytes } from './bytes.ts';

const headBytes = 4096;

/** Tells an SVG picture from any other text that starts with a tag: a log-in page, a host's XML error. */
export function readMarkup(bytes: Bytes): 'svg' | 'html' | undefined {
  let rest = new TextDecoder().decode(bytes.subarray(0, headBytes)).trimStart();
  if (!rest.startsWith('<')) return undefined;
  for (let end = endOfPrologue(rest); end > 0; end = endOfPrologue(rest)) rest = rest.slice(end).trimStart();
  return /^<(?:[\w-]+:)?svg[\s/>]/.test(rest) ? 'svg' : 'html';
}

/** Where the declaration, comment or SVG doctype at the start ends; 0 when the root element is reached. */
function endOfPrologue(text: string): number {
  const closing = text.startsWith('<!--')
    ? '-->'
    : text.startsWith('<?')
      ? '?>'
      : /^<!doctype\s+svg[^>[]*\[/i.test(text)
        ? ']>'
        : /^<!doctype\s+svg/i.test(text)
          ? '>'
          : '';
  const at = closing ? text.indexOf(closing) : -1;
  return at < 0 ? 0 : at + closing.length;
}
