import { Button } from '../ui/button.tsx';
import '../ui/kbd.css';
import { useWords } from '../ui/words.tsx';
import type { Shortcut } from './model.ts';
import { Section } from './section.tsx';
import './shortcuts.css';

/** The keys that are set, and the way to the browser's own page that changes them. */
export function ShortcutsSection({ shortcuts, onOpen }: { shortcuts: Shortcut[]; onOpen: () => void }) {
  const words = useWords();
  return (
    <Section id="shortcuts" title={words('options.shortcutsTitle')}>
      <dl class="shortcuts">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : words('options.shortcutUnset')}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onOpen}>{words('options.changeShortcuts')}</Button>
    </Section>
  );
}
