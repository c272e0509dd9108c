import { render } from 'preact';
import { Library } from '../../components/library/library.tsx';
import { useSignalValue } from '../../components/ui/use-signal-value.ts';
import { PluralProvider, WordsProvider } from '../../components/ui/words.tsx';
import { createPlural } from '../../lib/words/plural.ts';
import { translate } from '../../lib/words/translate.ts';
import { createLibrary } from './state.ts';

const { model, actions } = createLibrary();
const plural = createPlural(translate, new Intl.PluralRules(translate('language')));

const Page = () => (
  <WordsProvider value={translate}>
    <PluralProvider value={plural}>
      <Library model={useSignalValue(model)} actions={actions} />
    </PluralProvider>
  </WordsProvider>
);

const root = document.documentElement;
root.lang = translate('language');
root.dir = translate('direction');
render(<Page />, document.body);
