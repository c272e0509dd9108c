import { render } from 'preact';
import { Popup } from '../../components/popup/popup.tsx';
import { PluralProvider, WordsProvider } from '../../components/ui/words.tsx';
import { keepStorage } from '../../lib/browser/persist.ts';
import { createPlural } from '../../lib/words/plural.ts';
import { translate } from '../../lib/words/translate.ts';
import { createPopup } from './state.ts';

const { model, actions } = createPopup();
const plural = createPlural(translate, new Intl.PluralRules(translate('language')));

const Page = () => (
  <WordsProvider value={translate}>
    <PluralProvider value={plural}>
      <Popup model={model.value} actions={actions} />
    </PluralProvider>
  </WordsProvider>
);

const root = document.documentElement;
root.lang = translate('language');
root.dir = translate('direction');
render(<Page />, document.body);
void keepStorage();
