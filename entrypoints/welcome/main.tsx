import { render } from 'preact';
import '../../components/ui/theme.css';
import { WordsProvider } from '../../components/ui/words.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { translate } from '../../lib/words/translate.ts';
import { createWelcome } from './state.ts';

const [{ model, actions }] = await Promise.all([createWelcome(), startPage(document, translate('welcome.title'))]);

const Page = () => (
  <WordsProvider value={translate}>
    <Welcome model={model.value} actions={actions} />
  </WordsProvider>
);

render(<Page />, document.body);
