import { render } from 'preact';
import '../../components/ui/theme.css';
import { useSignalValue } from '../../components/ui/use-signal-value.ts';
import { WordsProvider } from '../../components/ui/words.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { translate } from '../../lib/words/translate.ts';
import { createWelcome } from './state.ts';

const [{ model, actions }] = await Promise.all([createWelcome(), startPage(document, translate('welcome.title'))]);

const Page = () => (
  <WordsProvider value={translate}>
    <Welcome model={useSignalValue(model)} actions={actions} />
  </WordsProvider>
);

render(<Page />, document.body);
