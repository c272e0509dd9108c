import * as z from 'zod/mini';
import type { Scope } from '../account/scopes.ts';
import type { Pinterest } from './client.ts';
import { largestPage, type Page, PageOf, type PageWish, pages } from './paging.ts';
import type { Pin } from './pin.ts';
import { listPinsAt, pinsPageAt } from './pins.ts';
import { type CallOptions, Nothing, send } from './request.ts';
import { AnswerId, check, Id, Text } from './values.ts';

const reading: readonly Scope[] = ['boards:read'];
const writing: readonly Scope[] = ['boards:read', 'boards:write'];

/** A part of a board. */
export const Section = z.object({ id: AnswerId, name: z.string() });
export type Section = z.infer<typeof Section>;

const SectionPage = PageOf(Section);
const NewSection = z.strictObject({ name: Text(180).check(z.minLength(1)) });

/** A board's sections, page by page. https://developers.pinterest.com/docs/api/v5/board_sections-list */
export function listSections(
  pinterest: Pinterest,
  boardId: string,
  options: CallOptions & { pageSize?: number } = {},
): AsyncGenerator<Section[]> {
  const { pageSize = largestPage, signal } = options;
  const operation = { method: 'GET', path: sectionsOf(boardId), answer: SectionPage, category: 'org_read' } as const;
  return pages((bookmark) => {
    const query = { page_size: pageSize, bookmark };
    return send(pinterest, { ...operation, query, scopes: reading }, options);
  }, signal);
}

/** Makes a section of at most 180 characters. Failures: `board-not-found`, `board-busy`. */
export async function createSection(
  pinterest: Pinterest,
  boardId: string,
  name: string,
  options: CallOptions = {},
): Promise<Section> {
  const body = check(NewSection, { name });
  const operation = { method: 'POST', path: sectionsOf(boardId), answer: Section, category: 'org_write' } as const;
  return send(pinterest, { ...operation, body, scopes: writing }, options);
}

/** Renames a section. Failures: `section-not-found`, `board-busy`. */
export async function updateSection(
  pinterest: Pinterest,
  boardId: string,
  sectionId: string,
  name: string,
  options: CallOptions = {},
): Promise<Section> {
  const path = `${sectionsOf(boardId)}/${check(Id, sectionId)}`;
  const body = check(NewSection, { name });
  return send(
    pinterest,
    { method: 'PATCH', path, body, answer: Section, category: 'org_write', scopes: writing },
    options,
  );
}

/** Deletes a section. Failures: `section-not-found`, `board-busy`. */
export async function deleteSection(
  pinterest: Pinterest,
  boardId: string,
  sectionId: string,
  options: CallOptions = {},
): Promise<void> {
  const path = `${sectionsOf(boardId)}/${check(Id, sectionId)}`;
  await send(pinterest, { method: 'DELETE', path, answer: Nothing, category: 'org_write', scopes: writing }, options);
}

/** A section's pins, page by page, in no documented order. */
export function listSectionPins(
  pinterest: Pinterest,
  boardId: string,
  sectionId: string,
  options: CallOptions & { pageSize?: number } = {},
): AsyncGenerator<Pin[]> {
  const path = `${sectionsOf(boardId)}/${check(Id, sectionId)}/pins`;
  return listPinsAt(pinterest, path, { page_size: options.pageSize ?? largestPage }, options);
}

/** One page of a section's pins. */
export async function getSectionPinsPage(
  pinterest: Pinterest,
  boardId: string,
  sectionId: string,
  options: CallOptions & PageWish = {},
): Promise<Page<Pin>> {
  const { pageSize = largestPage, bookmark } = options;
  const path = `${sectionsOf(boardId)}/${check(Id, sectionId)}/pins`;
  return pinsPageAt(pinterest, path, { page_size: pageSize, bookmark }, options);
}

function sectionsOf(boardId: string): string {
  return `/boards/${check(Id, boardId)}/sections`;
}
