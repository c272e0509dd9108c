import { render } from 'preact';
import { Popup } from '../../components/popup/popup.tsx';
import { useSignalValue } from '../../components/ui/use-signal-value.ts';
import { PluralProvider, WordsProvider } from '../../components/ui/words.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { keepStorage } from '../../lib/browser/persist.ts';
import { createPlural } from '../../lib/words/plural.ts';
import { translate } from '../../lib/words/translate.ts';
import { createActions } from './actions.ts';
import { start } from './start.ts';
import { createState } from './state.ts';

const state = createState();
const actions = createActions(state);
const plural = createPlural(translate, new Intl.PluralRules(translate('language')));

const Page = () => (
  <WordsProvider value={translate}>
    <PluralProvider value={plural}>
      <Popup model={useSignalValue(state.model)} actions={actions} />
    </PluralProvider>
  </WordsProvider>
);

void startPage(document, 'Tack');
render(<Page />, document.body);
void start(state);
void keepStorage();
