import { browser } from '@wxt-dev/browser';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Toasts } from '../../components/toast/toasts.tsx';
import { WordsProvider } from '../../components/ui/words.tsx';
import { ask } from '../../lib/messages/ask.ts';
import { translate } from '../../lib/words/translate.ts';
import { mountOverlay } from './overlay.ts';
import { createToasts } from './state.ts';

declare global {
  /** Set in our isolated world once the toast is there: injecting the script again does nothing. */
  var tackToast: boolean | undefined;
}

// An unlisted script and not a content script: WXT's content script brings code of its own that a page does not need.
export default defineUnlistedScript(() => {
  if (globalThis.tackToast) return;
  globalThis.tackToast = true;
  const toasts = createToasts();
  browser.runtime.onMessage.addListener(toasts.hear);
  render(
    <WordsProvider value={translate}>
      <Toasts
        toasts={toasts.shown}
        onUndo={(key) => toasts.act(() => ask('undo', [key]))}
        onRetry={(key) => toasts.act(() => ask('retry', [key]))}
        onShare={(key) => toasts.act(() => ask('share', [key]))}
        onDiscard={(key) => toasts.act(() => ask('discard', [key]))}
        onEdit={(key) => toasts.act(() => ask('openEditor', key))}
        onView={(key) => toasts.act(() => ask('openBoard', key))}
        onNext={() => toasts.act(() => ask('nextInWindow'))}
        onStop={() => toasts.act(() => ask('stopWindow'))}
        onLeave={toasts.leave}
      />
    </WordsProvider>,
    mountOverlay({ lang: translate('language'), dir: translate('direction') }),
  );
});
