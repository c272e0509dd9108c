import { settings } from './settings.ts';

/** Shows one of our pages in the colours that the person chose, now and when they choose others. */
export async function showTheme(root: HTMLElement): Promise<void> {
  const show = ({ theme }: { theme: string }) => {
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  settings.watch(show);
  show(await settings.get());
}
