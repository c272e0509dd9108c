import { showTheme } from '../settings/theme.ts';
import { translate } from '../words/translate.ts';

/** Makes one of our pages speak the browser's language, in its direction, in the person's colours. */
export async function startPage(page: Document, title: string): Promise<void> {
  const root = page.documentElement;
  root.lang = translate('language');
  root.dir = translate('direction');
  page.title = title;
  await showTheme(root);
}
