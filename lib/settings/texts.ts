import { cut } from '../page/words.ts';
import type { Templates } from './templates.ts';

/** What a page says of a picture, for the templates to draw on. */
export interface PageTexts {
  title: string;
  description: string;
  altText: string;
  /** The site's name, or its host. */
  siteName: string;
}

const longest = { title: 100, description: 800 };
const danglingEnds = /^[\s·|–—,:;-]+|[\s·|–—,:;-]+$/g;

/**
 * Title and description of a new pin, as the person's templates make them, cut to Pinterest's lengths. A placeholder
 * without a text leaves no separator behind; a word in braces that is no placeholder stays as it is.
 */
export function fillTexts(templates: Templates, texts: PageTexts): Templates {
  return {
    title: fill(templates.title, texts, longest.title),
    description: fill(templates.description, texts, longest.description),
  };
}

function fill(template: string, { title, description, altText, siteName }: PageTexts, most: number): string {
  const values = new Map([
    ['{title}', title],
    ['{description}', description],
    ['{alt}', altText],
    ['{site}', siteName],
  ]);
  const isLone = values.get(template.trim());
  if (isLone !== undefined) return cut(isLone, most);
  const filled = template.replace(/\{\w+\}/g, (name) => values.get(name) ?? name);
  return cut(filled.replace(/[ \t]{2,}/g, ' ').replace(danglingEnds, ''), most);
}

/**
 * A description with a board's hashtags behind it: those that it has already are not said twice, and what would go
 * over Pinterest's 800 characters is left out whole.
 */
export function withHashtags(description: string, hashtags: string): string {
  const said = new Set(hashtagsIn(description).map((tag) => tag.toLowerCase()));
  let text = description;
  for (const tag of hashtagsIn(hashtags)) {
    if (said.has(tag.toLowerCase())) continue;
    const longer = text === '' ? tag : `${text} ${tag}`;
    if (longer.length > longest.description) break;
    said.add(tag.toLowerCase());
    text = longer;
  }
  return text;
}

/** The hashtags of a text, each with its `#`, once. */
export function hashtagsIn(text: string): string[] {
  return [...new Set(text.match(/#[\p{L}\p{M}\p{N}_]+/gu) ?? [])];
}
