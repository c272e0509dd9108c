import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../../lib/messages/ask.ts';
import { translate } from '../../lib/words/translate.ts';
import { createButton } from './button.ts';
import { watchPictures } from './watch.ts';

declare global {
  /** Ends the hover button of this page; there while it runs. */
  var tackHover: (() => void) | undefined;
}

// An unlisted script and not a content script: WXT's content script brings code of its own that a page does not need.
export default defineUnlistedScript(() => {
  globalThis.tackHover?.();
  const button = createButton(translate('hover.save'), save);
  const unwatch = watchPictures(document, button);
  const hear = (message: unknown) => {
    if (typeof message === 'object' && message && 'event' in message && message.event === 'hoverOff') stop();
  };
  browser.runtime.onMessage.addListener(hear);
  globalThis.tackHover = stop;

  /** The worker says on a toast what comes of it. Nobody to ask means that Tack was updated or removed meanwhile. */
  function save(image: HTMLImageElement): void {
    ask('hoverSave', { pictureUrl: image.currentSrc }).catch(() => browser.runtime?.id ?? stop());
  }

  function stop(): void {
    unwatch();
    browser.runtime?.onMessage?.removeListener(hear);
    globalThis.tackHover = undefined;
  }
});
