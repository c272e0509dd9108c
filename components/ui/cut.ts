const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text to `most` units (UTF-16, the strictest reading of Pinterest's `maxLength`) between characters, never
 * inside one, so that an emoji of several code points stays whole or goes whole.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const segment = graphemes.segment(text.slice(0, most + longestCharacter)).containing(most);
  return text.slice(0, segment?.index ?? most);
}

/** Enough to see where the character at the cut ends; a longer one is cut at its start all the same. */
const longestCharacter = 64;
