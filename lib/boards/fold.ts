const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Most names are plain ASCII, and need no Unicode tables. */
const plain = /^[ -~]*$/;

/** Folds case, accents, width and Arabic vowel marks, so that "creme" finds "Crème" and "soup" finds "ＳＯＵＰ". */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
}

/** Folds `text` and tells for each folded unit at which unit of `text` its character starts. */
export function foldWithMap(text: string): { folded: string; starts: readonly number[] } {
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}
