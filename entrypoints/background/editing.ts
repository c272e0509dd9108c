import { Failure } from '../../lib/failure.ts';
import type { EditableSave, Edited, Texts } from '../../lib/messages/editing.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { type Face, faces } from './faces.ts';

/** A save with the words that it has now; null when nothing is known of it any more. */
export async function saveToEdit(outbox: Outbox, id: string): Promise<EditableSave | null> {
  const job = outbox.get(id);
  const face = await faces.get(id);
  const known = job?.wish ?? face;
  if (!job || !known) return null;
  const { title, description, altText, link = '' } = known;
  const texts = { title, description, altText, link };
  const unread = job.reason === 'needs-the-page' ? job.wish : undefined;
  const unreadUrl = unread?.picture.url;
  const { target, state } = job;
  const isMovable = 'boardId' in target && (state === 'waiting' || state === 'failed');
  return {
    label: job.target.label,
    isSaved: job.state === 'saved',
    canReplace: Boolean(face?.thumbnailUrl) && !face?.isAlbum,
    texts,
    ...(unreadUrl?.startsWith('http') && { unreadUrl }),
    ...(unread?.page.url.startsWith('http') && { pageUrl: unread.page.url }),
    ...(isMovable && { boardId: target.boardId }),
  };
}

/**
 * Changes a save that was not sent, or the pin that it became.
 * @throws Failure `save-under-way`, `receipt-gone`, or what Pinterest answered
 */
export async function editSave(outbox: Outbox, { id, texts, target }: Edited): Promise<void> {
  const job = outbox.get(id);
  const face = await faces.get(id);
  const { link, ...words } = texts;
  const change = { ...words, ...(link ? { link } : { link: undefined }) };
  if (job?.state === 'saved') await outbox.editSaved(id, change, job.target);
  else if (!(await outbox.edit(id, { ...change, ...(target && { target }) }))) throw new Failure('save-under-way');
  if (face) await faces.put(id, withTexts(face, texts));
}

/** Saves a new pin with other words in the place of a saved one. @throws Failure `receipt-gone` */
export async function replacePin(outbox: Outbox, { id, texts }: Edited): Promise<void> {
  const job = outbox.get(id);
  const face = await faces.get(id);
  if (!job || !face?.thumbnailUrl || face.isAlbum)
    throw new Failure('receipt-gone', 'the picture is not known any more');
  const replacing = await outbox.replace(id, requestOf(job, face, texts));
  await faces.put(replacing.id, withTexts(face, texts));
}

function requestOf({ target }: Job, face: Face, { link, ...words }: Texts): SaveRequest {
  const { thumbnailUrl, widthPx, heightPx, pageUrl, pageTitle, isIncognito } = face;
  return {
    ...words,
    ...(link && { link }),
    picture: { ...(thumbnailUrl && { url: thumbnailUrl }), widthPx, heightPx, isPrivate: false },
    target,
    gesture: 'popup',
    page: { url: pageUrl, title: pageTitle },
    isIncognito,
  };
}

function withTexts({ link: _, ...face }: Face, { link, ...words }: Texts): Face {
  return { ...face, ...words, ...(link && { link }) };
}
