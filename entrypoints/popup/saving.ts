import { computed, effect } from '@preact/signals';
import type { Frame } from '../../components/popup/cut-frame.ts';
import type { Draft, PinDraft, PopupPicture } from '../../components/popup/model.ts';
import { Failure } from '../../lib/failure.ts';
import { inGroups } from '../../lib/gesture/groups.ts';
import { windowText } from '../../lib/gesture/window-text.ts';
import type { PageSave } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import type { WindowSave } from '../../lib/messages/window-save.ts';
import { createVersionChecks } from '../../lib/page/version-checks.ts';
import { createAdded } from './added.ts';
import { watchLinks } from './links.ts';
import { cutOut, takeShot } from './region.ts';
import { sendSaves } from './send-saves.ts';
import type { PopupState } from './state.ts';

type Chosen = { readonly pin: PinDraft; readonly picture: PopupPicture };
export type Saving = ReturnType<typeof createSaving>;

/** What *Save* needs and the first picture does not: it is loaded behind it. */
export function createSaving(state: PopupState) {
  const { pictures, all, draft, run } = state;
  const added = createAdded(state.added);

  const versions = createVersionChecks({ createImage: () => new Image() });
  const wanted = computed(() => {
    const { selected } = draft.value.value;
    if (!selected) return all.value.filter(({ hidden }) => !hidden).slice(0, 1);
    const keys = new Set(selected);
    return all.value.filter(({ key }) => keys.has(key));
  });
  effect(() => versions.want(wanted.value));
  watchLinks(state, wanted);

  async function save(pins: readonly PinDraft[]): Promise<void> {
    const byKey = new Map(all.value.map((picture) => [picture.key, picture]));
    const chosen = pins.flatMap((pin) => {
      const picture = byKey.get(pin.key);
      return picture ? [{ pin, picture }] : [];
    });
    const { value: connection } = state.connection;
    const { target } = draft.value.value;
    const isWindow = connection.state !== 'connected' || connection.isTrial || connection.through === 'pinterest';
    const named = chosen.map((one) => ({ ...one, id: crypto.randomUUID() }));
    run.begin(
      named.map(({ pin, id }) => ({ key: pin.key, ...(!isWindow && { jobId: id }) })),
      isWindow ? undefined : target?.label,
    );
    try {
      if (isWindow) return await saveInWindow(chosen);
      if (!target) return;
      // A message holds one file at most: the browser refuses one of more than 64 MB.
      for (const group of inGroups(named, ({ picture }) => picture.isAdded === true, 1)) {
        await sendSaves(
          await Promise.all(
            group.map(({ id, pin, picture }) => withBytes({ id, ...pageSave(pin, picture, target) }, picture)),
          ),
        );
      }
    } catch (error) {
      // Some may have been taken in.
      run.learn(await send('listJobs').catch(() => []));
      run.refused(error instanceof Failure ? error.code : 'unknown');
    }
  }

  async function saveInWindow(chosen: readonly Chosen[]): Promise<void> {
    const { tab } = state;
    const saves = chosen.flatMap(({ pin, picture }): WindowSave[] => {
      const { url: media } = versions.of(picture);
      if (!media) return [];
      return [{ media, url: pin.link || media, description: windowText(pin) }];
    });
    await send('saveInWindow', { saves, ...(tab && { tabId: tab.id }) });
  }

  /** A file's bytes travel with it: no page can be asked for them. */
  async function withBytes(save: PageSave, { key, isAdded }: PopupPicture): Promise<PageSave> {
    if (!isAdded) return save;
    const { tab: _tab, ...rest } = save;
    const bytesBase64 = await added.bytesOf(key);
    // What a page shows may be for this person's eyes only.
    const isPrivate = added.isCut(key);
    return { ...rest, picture: { ...rest.picture, isPrivate }, ...(bytesBase64 && { bytesBase64 }) };
  }

  function pageSave(pin: PinDraft, picture: PopupPicture, target: NonNullable<Draft['target']>): Omit<PageSave, 'id'> {
    const { tab } = state;
    const { pinId, handle } = picture;
    const { url, widthPx, heightPx } = versions.of(picture);
    const facts = pictures.facts();
    const { title, description, altText, link } = pin;
    return {
      picture: {
        ...(url && { url }),
        widthPx,
        heightPx,
        isPrivate: !url,
        ...(pinId && !pin.asNewPin && { pinId }),
      },
      target,
      title,
      description,
      altText,
      ...(link && { link }),
      gesture: 'popup',
      page: { url: facts?.url ?? tab?.url ?? '', title: facts?.title ?? tab?.title ?? '' },
      isIncognito: tab?.isIncognito ?? false,
      ...(tab && {
        tab: { tabId: tab.id, frameId: pictures.frameIdOf(picture), ...(handle !== undefined && { handle }) },
      }),
    };
  }

  async function shoot(): Promise<void> {
    state.shot.value = (state.tab && (await takeShot(state.tab.id))) ?? 'failed';
  }

  /** Takes the part in as a picture of this page, and gives its key. */
  async function cut(frame: Frame): Promise<string[]> {
    const { value: shot } = state.shot;
    state.shot.value = undefined;
    if (!shot || shot === 'failed') return [];
    const { title, link } = pictures.facts() ?? { title: state.tab?.title ?? '', link: undefined };
    return added.takeCut(await cutOut(shot, frame), { title: title.slice(0, 100), ...(link && { link }) });
  }

  return { save, saveInWindow, take: added.take, shoot, cut };
}
