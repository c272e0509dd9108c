import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import { AppearanceSection } from './Appearance.tsx';
import { BoardsSection } from './Boards.tsx';
import { ConnectionSection } from './Connection.tsx';
import { DataSection } from './Data.tsx';
import { HoverSection } from './Hover.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { SavingSection } from './Saving.tsx';
import { ShortcutsSection } from './Shortcuts.tsx';
import { TextsSection } from './Texts.tsx';
import './options.css';

/** The options page. */
export function Options({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const sections = [
    ['connection', words('options.connectionTitle')],
    ['saving', words('options.savingTitle')],
    ['boards', words('options.boardsTitle')],
    ['texts', words('options.textsTitle')],
    ['hover', words('options.hoverTitle')],
    ['appearance', words('options.appearanceTitle')],
    ['shortcuts', words('options.shortcutsTitle')],
    ['data', words('options.dataTitle')],
  ];
  return (
    <div class="options">
      <header>
        <Mark size={28} />
        <h1>{words('options.title')}</h1>
      </header>
      <nav aria-label={words('options.sections')}>
        <ul>
          {sections.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <ConnectionSection model={model} actions={actions} />
        <SavingSection settings={model.settings} onChange={actions.changeSettings} onVideos={actions.setVideoPins} />
        <BoardsSection model={model} actions={actions} />
        <TextsSection model={model} actions={actions} />
        <HoverSection model={model} actions={actions} />
        <AppearanceSection settings={model.settings} onChange={actions.changeSettings} />
        <ShortcutsSection shortcuts={model.shortcuts} onOpen={actions.openShortcuts} />
        <DataSection model={model} actions={actions} />
      </main>
    </div>
  );
}
