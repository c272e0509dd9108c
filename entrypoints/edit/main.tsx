import { render } from 'preact';
import { Editor } from '../../components/editor/editor.tsx';
import '../../components/ui/theme.css';
import { useSignalValue } from '../../components/ui/use-signal-value.ts';
import { WordsProvider } from '../../components/ui/words.tsx';
import { startPage } from '../../lib/browser/page.ts';
import { translate } from '../../lib/words/translate.ts';
import { createEditor } from './state.ts';

await startPage(document, translate('editor.title'));
const { model, actions } = createEditor(new URLSearchParams(location.search).get('save') ?? '');

const Page = () => (
  <WordsProvider value={translate}>
    <Editor model={useSignalValue(model)} actions={actions} />
  </WordsProvider>
);

render(<Page />, document.body);
