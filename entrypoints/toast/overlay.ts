import css from './style.css?inline';

/**
 * A place of our own on the page: a closed shadow root that the page's scripts and styles do not reach, in the top
 * layer, so that no z-index of the page covers it. Keys pressed in it do not reach the page's shortcuts.
 * A plain `div`, since the page may define a custom element of any name, and would be handed its closed root.
 *
 * @param mode `open` in tests: axe has to see inside
 * @returns the element to render into
 */
export function mountOverlay(
  { lang, dir }: { lang: string; dir: string },
  mode: ShadowRootMode = 'closed',
): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  const container = document.createElement('div');
  // Ours, whatever the page's: its direction is inherited into the shadow root.
  Object.assign(container, { lang, dir });
  root.append(container);
  for (const type of ['keydown', 'keyup', 'keypress']) host.addEventListener(type, (event) => event.stopPropagation());
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  return container;
}
