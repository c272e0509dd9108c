import { useWords } from '../ui/words.tsx';
import { NoPictures } from './later.ts';
import type { PageState } from './model.ts';
import './placeholder.css';

/** Stands where the pictures would: until they come, or why there are none. */
export function Placeholder({ page, onRead }: { page: PageState; onRead: () => void }) {
  const t = useWords();
  if (page.state !== 'reading') return <NoPictures page={page} onRead={onRead} />;
  return (
    <div class="skeletons" role="status" aria-label={t('popup.reading')}>
      {[...'123456789'].map((key) => (
        <i key={key} />
      ))}
    </div>
  );
}
