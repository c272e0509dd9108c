const plain = /^[ -~]*$/;

/** Folds case and accents, for looking up what was typed. (`lib/boards` has a finer one, which no component may import.) */
export function fold(text: string): string {
  return plain.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
