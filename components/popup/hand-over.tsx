import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LiveStatus } from '../ui/live-status.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../ui/words.tsx';

interface HandOverProps {
  readonly position: number;
  readonly total: number;
  readonly onNext: () => void;
  readonly onStop: () => void;
}

/** Several pictures through Pinterest's own window: it takes one at a time, so the person says when the next comes. */
export function HandOver({ position, total, onNext, onStop }: HandOverProps) {
  const t = useWords();
  return (
    <section class="hand-over" aria-label={t('popup.handOver.title')}>
      <div class="results-head">
        <Icon name="externalLink" sizePx={18} />
        <LiveStatus text={t('popup.handOver.position', position, total)} />
        <Button look="text" onClick={onStop}>
          {t('popup.handOver.stop')}
        </Button>
        <Button look="main" onClick={onNext}>
          {t('popup.handOver.next')}
        </Button>
      </div>
      <Progress label={t('popup.handOver.title')} value={position} max={total} />
      <p>{t('popup.handOver.text')}</p>
    </section>
  );
}
