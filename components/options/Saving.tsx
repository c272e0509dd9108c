import type { Settings } from '../../lib/settings/settings.ts';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';
import { Choice } from './Choice.tsx';
import { Section } from './Section.tsx';

type Props = {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  onVideos: (isOn: boolean) => void;
};

/** How saving behaves. */
export function SavingSection({ settings, onChange, onVideos }: Props) {
  const words = useWords();
  return (
    <Section id="saving" title={words('options.savingTitle')}>
      <Choice
        label={words('options.toolbarButton')}
        name="toolbar-button"
        value={settings.toolbarButton}
        onChange={(toolbarButton) => onChange({ toolbarButton })}
        options={[
          { value: 'popup', label: words('options.toolbarPopup') },
          { value: 'quick-pin', label: words('options.toolbarQuickPin'), hint: words('options.toolbarQuickPinHint') },
        ]}
      />
      <Choice
        label={words('options.saveThrough')}
        name="save-through"
        value={settings.saveThrough}
        onChange={(saveThrough) => onChange({ saveThrough })}
        options={[
          { value: 'tack', label: words('options.throughTack') },
          { value: 'window', label: words('options.throughWindow'), hint: words('options.throughWindowHint') },
        ]}
      />
      <Switch
        label={words('options.waitBeforeSending')}
        isOn={settings.waitBeforeSending}
        onChange={(waitBeforeSending) => onChange({ waitBeforeSending })}
      />
      <Switch
        label={words('options.keepBoardNames')}
        isOn={settings.keepBoardNames}
        onChange={(keepBoardNames) => onChange({ keepBoardNames })}
      />
      <div>
        <Switch label={words('options.videoPins')} isOn={settings.videoPins} onChange={onVideos} />
        <p class="quiet">{words('options.videoPinsHint')}</p>
      </div>
    </Section>
  );
}
