import { cut } from '../page/words.ts';

/** What Pinterest's save window took of a description when its own widget last said so. */
const longest = 500;

/** The text for Pinterest's save window, which knows no title: title and description joined, nothing said twice. */
export function windowText({ title, description }: { title: string; description: string }): string {
  const isSaidTwice = description.toLowerCase().startsWith(title.toLowerCase());
  const parts = isSaidTwice ? [description] : [title, description];
  return cut(parts.filter(Boolean).join(' – '), longest);
}
