import { useId } from 'preact/hooks';
import { usePlural, useWords } from '../ui/words.tsx';
import type { AnalyticsModel, LibraryActions, PeriodChoice } from './model.ts';
import './plain-field.css';

interface PeriodFieldsProps {
  readonly analytics: AnalyticsModel;
  readonly onChoose: LibraryActions['choosePeriod'];
}

const choices: readonly PeriodChoice[] = [7, 30, 90, 'own'];

/** Which days: a week, a month, a quarter, or one's own within what Pinterest keeps. */
export function PeriodFields({ analytics, onChoose }: PeriodFieldsProps) {
  const t = useWords();
  const plural = usePlural();
  const id = useId();
  const { choice, period, reach, problem } = analytics;
  const limits = { min: reach.startDate, max: reach.endDate };
  return (
    <div class="period">
      <fieldset class="segments">
        <legend class="unseen">{t('library.analytics.period')}</legend>
        {choices.map((each) => (
          <label key={each}>
            <input type="radio" name={id} checked={choice === each} onChange={() => onChoose(each)} />
            <span>{each === 'own' ? t('library.analytics.own') : plural('library.analytics.days', each)}</span>
          </label>
        ))}
      </fieldset>
      {choice === 'own' && (
        <div class="period-dates">
          <label class="plain-field">
            <span>{t('library.analytics.from')}</span>
            <input
              type="date"
              {...limits}
              value={period.startDate}
              aria-describedby={problem && `${id}-problem`}
              onInput={(event) => onChoose('own', { ...period, startDate: event.currentTarget.value })}
            />
          </label>
          <label class="plain-field">
            <span>{t('library.analytics.to')}</span>
            <input
              type="date"
              {...limits}
              value={period.endDate}
              aria-describedby={problem && `${id}-problem`}
              onInput={(event) => onChoose('own', { ...period, endDate: event.currentTarget.value })}
            />
          </label>
        </div>
      )}
      <p class="period-problem" role="status" id={`${id}-problem`}>
        {problem && t(`library.period.${problem}`)}
      </p>
    </div>
  );
}
