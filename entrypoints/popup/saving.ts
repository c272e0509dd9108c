import { computed, effect } from '@preact/signals';
import type { Frame } from '../../components/popup/cut-frame.ts';
import type { PinDraft, PopupPicture } from '../../components/popup/model.ts';
import { Failure } from '../../lib/failure.ts';
import { inGroups } from '../../lib/gesture/groups.ts';
import { windowText } from '../../lib/gesture/window-text.ts';
import type { PageSave } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import type { WindowSave } from '../../lib/messages/window-save.ts';
import { createVersionChecks } from '../../lib/page/version-checks.ts';
import type { Target } from '../../lib/save/request.ts';
import { createAdded } from './added.ts';
import { watchLinks } from './links.ts';
// It is there by now, and what both need stands in its file: else that is a third one, which the popup waits for.
import './reading.ts';
import { cutOut, takeShot } from './region.ts';
import { createRemedies } from './remedies.ts';
import { itemOf } from './run-item.ts';
import { sendSaves } from './send-saves.ts';
import type { PopupState } from './state.ts';

type Chosen = { readonly pin: PinDraft; readonly picture: PopupPicture; readonly others: readonly PopupPicture[] };
type Part = Pick<PageSave, 'picture' | 'bytesBase64' | 'tab'>;
/** A message may hold 64 MB. */
const mostBase64 = 60_000_000;
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
      const others = pin.others?.flatMap((key) => byKey.get(key) ?? []) ?? [];
      return picture ? [{ pin, picture, others }] : [];
    });
    const { value: connection } = state.connection;
    const isWindow = connection.state !== 'connected' || connection.isTrial || connection.through === 'pinterest';
    const named = chosen.flatMap((one) =>
      one.pin.targets.map((target) => ({ ...one, target, id: crypto.randomUUID() })),
    );
    run.begin(
      isWindow
        ? pins.map(({ key }) => ({ key }))
        : named.map(({ pin: { key, others }, target: { label }, id }) => ({
            key,
            ...(others && { others }),
            jobId: id,
            label,
          })),
      itemOf,
    );
    try {
      if (isWindow) return await saveInWindow(chosen);
      // A message holds one file at most: the browser refuses one of more than 64 MB.
      const isHeavy = ({ picture, others }: Chosen) => [picture, ...others].some(({ isAdded }) => isAdded);
      for (const group of inGroups(named, isHeavy, 1)) {
        await sendSaves(await Promise.all(group.map(({ id, target, ...one }) => pageSave(id, target, one))));
      }
    } catch (error) {
      // Some may have been taken in.
      run.learn(await send('listJobs').catch(() => []));
      run.refused(error instanceof Failure ? error.code : 'unknown');
    }
  }

  async function saveInWindow(chosen: readonly Pick<Chosen, 'pin' | 'picture'>[]): Promise<void> {
    const { tab } = state;
    const saves = chosen.flatMap(({ pin, picture }): WindowSave[] => {
      const { url: media } = versions.of(picture);
      if (!media) return [];
      return [{ media, url: pin.link || media, description: windowText(pin) }];
    });
    await send('saveInWindow', { saves, ...(tab && { tabId: tab.id }) });
  }

  async function pageSave(id: string, target: Target, { pin, picture, others }: Chosen): Promise<PageSave> {
    const { tab } = state;
    const facts = pictures.facts();
    const { title, description, altText, link } = pin;
    const [first, ...more] = await Promise.all([picture, ...others].map(partOf));
    const weight = [first, ...more].reduce((sum, part) => sum + (part?.bytesBase64?.length ?? 0), 0);
    if (!first || weight > mostBase64) throw new Failure('too-large');
    const pinId = others.length === 0 && !pin.asNewPin ? picture.pinId : undefined;
    return {
      id,
      ...first,
      picture: { ...first.picture, ...(pinId && { pinId }) },
      ...(more.length > 0 && { others: more }),
      target,
      title,
      description,
      altText,
      ...(link && { link }),
      gesture: 'popup',
      page: { url: facts?.url ?? tab?.url ?? '', title: facts?.title ?? tab?.title ?? '' },
      isIncognito: tab?.isIncognito ?? false,
    };
  }

  /** A picture, and where its bytes are: a file's travel with it, for no page can be asked for them. */
  async function partOf(one: PopupPicture): Promise<Part> {
    const { tab } = state;
    const { key, handle, isAdded } = one;
    const { url, widthPx, heightPx } = versions.of(one);
    const picture = { ...(url && { url }), widthPx, heightPx, isPrivate: !url };
    if (isAdded) {
      const bytesBase64 = await added.bytesOf(key);
      // What a page shows may be for this person's eyes only.
      return { picture: { ...picture, isPrivate: added.isCut(key) }, ...(bytesBase64 && { bytesBase64 }) };
    }
    const frameId = pictures.frameIdOf(one);
    return { picture, ...(tab && { tab: { tabId: tab.id, frameId, ...(handle !== undefined && { handle }) } }) };
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

  const remedies = createRemedies(state, (picture) => saveInWindow([{ picture, pin: pinOf(picture) }]));
  return { save, take: added.take, shoot, cut, ...remedies };
}

function pinOf({ key, title, description, altText, link = '' }: PopupPicture): PinDraft {
  return { key, title, description, altText, link, asNewPin: false, targets: [] };
}
