import { render } from 'preact';
import { Options } from '../../components/options/options.tsx';
import '../../components/ui/theme.css';
import { WordsProvider } from '../../components/ui/words.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { translate } from '../../lib/words/translate.ts';
import { createOptions } from './state.ts';

const [{ model, actions }] = await Promise.all([createOptions(), startPage(document, translate('options.title'))]);

const Page = () => (
  <WordsProvider value={translate}>
    <Options model={model.value} actions={actions} />
  </WordsProvider>
);

render(<Page />, document.body);
