import { render } from 'preact';
import { Options } from '../../components/options/options.tsx';
import '../../components/ui/theme.css';
import { useSignalValue } from '../../components/ui/use-signal-value.ts';
import { PluralProvider, WordsProvider } from '../../components/ui/words.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { createPlural } from '../../lib/words/plural.ts';
import { translate } from '../../lib/words/translate.ts';
import { createOptions } from './state.ts';

const [{ model, actions }] = await Promise.all([createOptions(), startPage(document, translate('options.title'))]);

const plural = createPlural(translate, new Intl.PluralRules(translate('language')));

const Page = () => (
  <WordsProvider value={translate}>
    <PluralProvider value={plural}>
      <Options model={useSignalValue(model)} actions={actions} />
    </PluralProvider>
  </WordsProvider>
);

render(<Page />, document.body);
