import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import { ConnectionSection } from './Connection.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { SavingSection } from './Saving.tsx';
import { ShortcutsSection } from './Shortcuts.tsx';
import './options.css';

/** The options page. */
export function Options({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  return (
    <main class="options">
      <header>
        <Mark />
        <h1>{words('options.title')}</h1>
      </header>
      <ConnectionSection model={model} actions={actions} />
      <SavingSection settings={model.settings} onChange={actions.changeSettings} />
      <ShortcutsSection shortcuts={model.shortcuts} onOpen={actions.openShortcuts} />
    </main>
  );
}
