import type { Target } from '../../lib/save/request.ts';
import type { Draft, PinDraft, PopupPicture, Texts } from './model.ts';

/** Nothing chosen, nothing typed. */
export const emptyDraft: Draft = { edits: {}, sort: 'best', filter: '', shownReasons: [], asNewPin: [] };

/** Names a picture for as long as the page holds it, also when it is read again. */
export function pictureKey(candidate: Pick<PopupPicture, 'url' | 'handle' | 'id'>): string {
  return candidate.url ?? `handle:${candidate.handle ?? candidate.id}`;
}

/** The texts that a pin of this picture gets: what was typed, else what the page says. */
export function textsOf(picture: PopupPicture, draft: Draft): Texts {
  return {
    title: picture.title,
    description: picture.description,
    altText: picture.altText,
    link: picture.link ?? '',
    ...draft.edits[picture.key],
  };
}

/** The text that all of the pictures share, or undefined where they differ. */
export function commonText(pictures: readonly PopupPicture[], draft: Draft, field: keyof Texts): string | undefined {
  const textOf = (picture: PopupPicture) => draft.edits[picture.key]?.[field] ?? picture[field] ?? '';
  const [first] = pictures;
  const text = first && textOf(first);
  return pictures.every((picture) => textOf(picture) === text) ? text : undefined;
}

/** Writes one text of one picture, or of several at once. */
export function edit(draft: Draft, keys: readonly string[], field: keyof Texts, text: string): Draft {
  const edits = { ...draft.edits };
  for (const key of keys) edits[key] = { ...edits[key], [field]: text };
  return { ...draft, edits };
}

/** An existing Pin keeps its own texts, unless it is to become a new one. */
export function keepsItsText(picture: PopupPicture, draft: Draft): boolean {
  return picture.pinId !== undefined && !draft.asNewPin.includes(picture.key);
}

/** What *Save* asks for, in the order of choosing: a pin for each row of pictures. */
export function toPins(
  rows: readonly (readonly PopupPicture[])[],
  draft: Draft,
  targetsFor: (row: readonly PopupPicture[]) => readonly Target[],
): PinDraft[] {
  return rows.flatMap((row) => {
    const [picture, ...others] = row;
    if (!picture) return [];
    return {
      key: picture.key,
      ...(others.length > 0 && { others: others.map(({ key }) => key) }),
      ...textsOf(picture, draft),
      asNewPin: draft.asNewPin.includes(picture.key),
      targets: targetsFor(row),
    };
  });
}
