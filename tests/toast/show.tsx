import { signal } from '@preact/signals';
import { render } from 'preact';
import { Toasts } from '../../components/toast/toasts.tsx';
import { WordsProvider } from '../../components/ui/words.tsx';
import { mountOverlay } from '../../entrypoints/toast/overlay.ts';
import type { ToastView } from '../../lib/messages/toast.ts';
import { createWords } from '../gallery/words.ts';

/** Shows toasts as on a page, but in an open root, and writes down in `calls` what their buttons ask for. */
export function show(toasts: ToastView[], language: { lang: string; dir: string }): void {
  const calls: string[] = [];
  const note = (name: string) => (key?: string) => void calls.push(`${name} ${key ?? ''}`.trim());
  Object.assign(globalThis, { calls });
  render(
    <WordsProvider value={createWords()}>
      <Toasts
        toasts={signal(toasts)}
        onUndo={note('undo')}
        onRetry={note('retry')}
        onShare={note('share')}
        onDiscard={note('discard')}
        onEdit={note('edit')}
        onView={note('view')}
        onNext={note('next')}
        onStop={note('stop')}
        onLeave={note('leave')}
      />
    </WordsProvider>,
    mountOverlay(language, 'open'),
  );
}
