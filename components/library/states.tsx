import { ImageOff, LoaderCircle } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import type { Loaded, Paged } from './model.ts';
import './states.css';

interface EmptyProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Nothing to show, and why. */
export function Empty({ title, text, icon = <ImageOff size={28} />, actions }: EmptyProps) {
  return (
    <div class="library-empty">
      <span class="library-empty-mark" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {actions}
    </div>
  );
}

export function Loading({ label }: { label?: string }) {
  const t = useWords();
  return (
    <p class="library-loading" role="status">
      <LoaderCircle size={18} aria-hidden="true" />
      {label ?? t('library.loading')}
    </p>
  );
}

/** What went wrong, as a sentence, with another try. */
export function Problem({ text, onRetry }: { text: string; onRetry?: () => void }) {
  const t = useWords();
  return (
    <div role="alert">
      <Notice
        tone="error"
        actions={
          onRetry && (
            <Button look="text" onClick={onRetry}>
              {t('library.tryAgain')}
            </Button>
          )
        }
      >
        {text}
      </Notice>
    </div>
  );
}

/** What stands below a list that comes page after page. */
export function PagedEnd<Item>({ list, onMore }: { list: Paged<Item>; onMore: () => void }) {
  const t = useWords();
  if (list.state === 'loading') return <Loading />;
  if (list.state === 'failed') return <Problem text={list.problem ?? ''} onRetry={onMore} />;
  if (list.state === 'idle' && list.items.length > 0) {
    return (
      <div class="library-more">
        <Button look="chip" onClick={onMore}>
          {t('library.more')}
        </Button>
      </div>
    );
  }
  return null;
}

/** Shows a value once it is there. */
export function Await<Value>(props: {
  readonly loaded: Loaded<Value>;
  readonly onRetry?: () => void;
  readonly children: (value: Value) => ComponentChildren;
}) {
  const { loaded, onRetry, children } = props;
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Problem text={loaded.problem} {...(onRetry && { onRetry })} />;
  return <>{children(loaded.value)}</>;
}
