import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import '../../components/ui/theme.css';
import { WordsProvider } from '../../components/ui/words.tsx';
import { translate } from '../../lib/words/translate.ts';
import { createOptions } from './state.ts';

const { model, actions } = await createOptions();

const Page = () => (
  <WordsProvider value={translate}>
    <Options model={model.value} actions={actions} />
  </WordsProvider>
);

render(<Page />, document.body);
