import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import type { PageState } from './model.ts';

interface NoPicturesProps {
  readonly page: Exclude<PageState, { state: 'reading' }>;
  readonly onRead: () => void;
}

/** Says why there are no pictures to show, and what can be done. */
export function NoPictures({ page, onRead }: NoPicturesProps) {
  const t = useWords();
  switch (page.state) {
    case 'unreadable':
      return (
        <Words
          icon={<Icon name="fileWarning" sizePx={32} strokeWidth={1.5} />}
          title={t(`popup.unreadable.${camel(page.reason)}.title`)}
          text={t(`popup.unreadable.${camel(page.reason)}.text`)}
        />
      );
    case 'nopin':
      return (
        <Words
          icon={<Icon name="ban" sizePx={32} strokeWidth={1.5} />}
          title={t('popup.nopin.title')}
          text={t('popup.nopin.text')}
        >
          {page.message && <blockquote dir="auto">{page.message}</blockquote>}
        </Words>
      );
    case 'ready':
      return (
        <Words
          icon={page.isComplete ? <Icon name="imageOff" sizePx={32} strokeWidth={1.5} /> : <Mark size={36} />}
          title={t(page.isComplete ? 'popup.empty.title' : 'popup.stillLoading.title')}
          text={t(page.isComplete ? 'popup.empty.text' : 'popup.stillLoading.text')}
        >
          <Button onClick={onRead}>{t('popup.lookAgain')}</Button>
        </Words>
      );
  }
}

const camel = (reason: Extract<PageState, { state: 'unreadable' }>['reason']) =>
  reason === 'not-allowed' ? 'notAllowed' : reason;

interface WordsProps {
  readonly icon: ComponentChildren;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Words({ icon, title, text, children }: WordsProps) {
  return (
    <section class="placeholder">
      <span class="placeholder-mark">{icon}</span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
