import type { Settings } from '../../lib/settings/settings.ts';
import { useWords } from '../ui/words.tsx';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';

type Props = { settings: Settings; onChange: (change: Partial<Settings>) => void };

/** Colours of Tack's own pages. */
export function AppearanceSection({ settings, onChange }: Props) {
  const words = useWords();
  return (
    <Section id="appearance" title={words('options.appearanceTitle')}>
      <Choice
        label={words('options.theme')}
        name="theme"
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
        options={[
          { value: 'system', label: words('options.themeSystem') },
          { value: 'light', label: words('options.themeLight') },
          { value: 'dark', label: words('options.themeDark') },
        ]}
      />
    </Section>
  );
}
