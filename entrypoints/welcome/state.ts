import { computed, signal } from '@preact/signals';
import type { WelcomeActions, WelcomeModel } from '../../components/welcome/model.ts';
import { openOptions } from '../../lib/browser/pages.ts';
import { shortcuts } from '../../lib/browser/shortcuts.ts';
import { dropSite, hasSite, requestSite } from '../../lib/browser/site-access.ts';
import { isOnToolbar } from '../../lib/browser/toolbar.ts';
import { account } from '../../lib/settings/account.ts';
import { addHover, dropHover, hoverSites } from '../../lib/settings/hover-sites.ts';
import pictureUrl from './practice.svg?no-inline';

/** What Welcome shows and does. */
export async function createWelcome() {
  const [known, chosen, isAllowed, keys, onToolbar] = await Promise.all([
    account.get(),
    hoverSites.get(),
    hasSite('everywhere'),
    shortcuts(),
    isOnToolbar(),
  ]);
  const connected = signal(known);
  const isOn = signal(chosen.isEverywhere && isAllowed);
  const isRefused = signal(false);
  const toolbar = signal(onToolbar);
  account.watch((value) => {
    connected.value = value;
  });
  hoverSites.watch(({ isEverywhere }) => {
    isOn.value = isEverywhere;
  });
  // Nothing tells when the button is pinned; the person comes back to this page after it.
  const look = async () => {
    toolbar.value = await isOnToolbar();
  };
  window.addEventListener('focus', () => void look());
  document.addEventListener('pointermove', () => void look());

  const keysOf = (name: string) => keys.find((one) => one.name === name)?.keys ?? '';
  const model = computed(
    (): WelcomeModel => ({
      keys: { quickPin: keysOf('quick-pin'), popup: keysOf('_execute_action') },
      isOnToolbar: toolbar.value,
      isFirefox: import.meta.env.FIREFOX,
      hover: isOn.value ? 'on' : isRefused.value ? 'refused' : 'off',
      isConnected: Boolean(connected.value),
      pictureUrl,
    }),
  );

  const actions: WelcomeActions = {
    turnHoverOn() {
      requestSite('everywhere').then(
        async (isGranted) => {
          isRefused.value = !isGranted;
          if (isGranted) await addHover('everywhere');
        },
        () => {
          isRefused.value = true;
        },
      );
    },
    turnHoverOff: () => void dropHover('everywhere').then(() => dropSite('everywhere')),
    openOptions: () => void openOptions(),
  };
  return { model, actions };
}
