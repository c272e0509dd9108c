import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useWords } from '../ui/words.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Saying, Section } from './section.tsx';
import './data.css';

/** What Tack keeps, the way out for settings, and the ways to forget. */
export function DataSection({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const file = useRef<HTMLInputElement>(null);
  return (
    <Section id="data" title={words('options.dataTitle')}>
      <Kept />
      <div class="group">
        <span class="group-label">{words('options.settingsFile')}</span>
        <p class="quiet">{words('options.settingsFileHint')}</p>
        <div class="buttons">
          <Button onClick={actions.exportSettings}>{words('options.exportSettings')}</Button>
          <Button onClick={() => file.current?.click()}>{words('options.importSettings')}</Button>
          <input
            ref={file}
            type="file"
            hidden
            accept="application/json,.json"
            aria-label={words('options.importSettings')}
            onChange={async ({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              currentTarget.value = '';
              if (chosen) actions.importSettings(await chosen.text());
            }}
          />
        </div>
      </div>
      <div class="group">
        <span class="group-label">{words('options.forget')}</span>
        <p class="quiet">{words('options.forgetHint')}</p>
        <div class="buttons">
          <Confirm
            ask={words('options.clearHistory')}
            question={words('options.clearHistorySure')}
            yes={words('options.clearHistoryYes')}
            no={words('options.cancel')}
            onConfirm={actions.clearHistory}
          />
          <Confirm
            ask={words('options.deleteAll')}
            question={words('options.deleteAllSure')}
            yes={words('options.deleteAllYes')}
            no={words('options.cancel')}
            onConfirm={actions.deleteEverything}
          />
        </div>
      </div>
      <Saying said={model.said} by="data" />
    </Section>
  );
}

/** What docs/storage.md says, in short. */
function Kept() {
  const words = useWords();
  const kept = [
    [words('options.keptKeys'), words('options.keptKeysWhere')],
    [words('options.keptQueue'), words('options.keptQueueWhere')],
    [words('options.keptHistory'), words('options.keptHistoryWhere')],
    [words('options.keptBoards'), words('options.keptBoardsWhere')],
    [words('options.keptSettings'), words('options.keptSettingsWhere')],
    [words('options.keptPinterest'), words('options.keptPinterestWhere')],
    [words('options.keptPrivate'), words('options.keptPrivateWhere')],
  ];
  return (
    <details>
      <summary>{words('options.kept')}</summary>
      <dl class="kept">
        {kept.map(([what, where]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{where}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{words('options.keptNothingElse')}</p>
    </details>
  );
}
