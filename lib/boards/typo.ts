/** In shorter words one letter is too much of the meaning. */
const leastLength = 4;

/**
 * Whether a word of `text` starts with `word`, but for one letter that is wrong, missing, too many, or swapped with
 * the next. Both are folded, and in `text` a space stands before every word.
 */
export function startsWithTypo(text: string, word: string): boolean {
  for (let at = text.indexOf(' ') + 1; at > 0; at = text.indexOf(' ', at) + 1) {
    if (isNearly(text, at, word)) return true;
  }
  return false;
}

/** Only the first difference has to be looked at: before it all is equal, after it all has to be. */
function isNearly(text: string, at: number, word: string): boolean {
  let same = 0;
  while (same < word.length && text.charCodeAt(at + same) === word.charCodeAt(same)) same += 1;
  if (same === word.length) return true;
  if (word.length < leastLength) return false;
  const here = at + same;
  const rest = word.slice(same + 1);
  return (
    text.startsWith(rest, here + 1) ||
    text.startsWith(rest, here) ||
    text.startsWith(word.slice(same), here + 1) ||
    (text[here] === word[same + 1] && text[here + 1] === word[same] && text.startsWith(word.slice(same + 2), here + 2))
  );
}
