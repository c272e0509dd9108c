import { cornerOf } from '../../components/hover/place.ts';
import { watchPresses } from '../../components/toast/press.ts';
import css from './style.css?inline';

export interface HoverButton {
  /** Puts the button over a picture; false when too little of the picture is in view. */
  show(image: HTMLImageElement): boolean;
  hide(): void;
  /** Whether an event of the page happened at the button. */
  isAt(event: Event): boolean;
}

const sizePx = 44;
const outline =
  'M59 76h10l-5 42zM46 16h36a7 7 0 0 1 6 10.6L80.5 39a7 7 0 0 0-.8 5.2L83 57c9.5 4.2 15.2 10.6 16.8 18.3a5.5 5.5 0 0 1-5.4 6.7H33.6a5.5 5.5 0 0 1-5.4-6.7C29.8 67.6 35.5 61.2 45 57l3.3-12.8a7 7 0 0 0-.8-5.2L40 26.6A7 7 0 0 1 46 16z';

/**
 * The hover button: in a closed shadow root, in the top layer, in the page only while it is shown. It moves nothing,
 * takes no focus, and its events do not reach the page. A plain `div`: the page would be handed a custom element's root.
 *
 * @param mode `open` in tests only, where axe has to see inside
 */
export function createButton(
  label: string,
  onPress: (image: HTMLImageElement) => void,
  mode: ShadowRootMode = 'closed',
): HoverButton {
  const host = document.createElement('div');
  const button = inside(host, label, mode);
  let shownFor: HTMLImageElement | undefined;
  let presses: ReturnType<typeof watchPresses> | undefined;

  const hide = () => {
    presses?.stop();
    presses = undefined;
    shownFor = undefined;
    host.remove();
  };

  button.addEventListener('click', (event) => {
    const image = shownFor;
    if (!image || !presses?.isMeant(event)) return;
    hide();
    onPress(image);
  });

  return {
    show(image) {
      const view = { widthPx: document.documentElement.clientWidth, heightPx: document.documentElement.clientHeight };
      const isRtl = getComputedStyle(image).direction === 'rtl';
      const corner = cornerOf(image.getBoundingClientRect(), view, { widthPx: sizePx, heightPx: sizePx }, isRtl);
      if (!corner) return false;
      host.style.setProperty('left', `${corner.leftPx}px`, 'important');
      host.style.setProperty('top', `${corner.topPx}px`, 'important');
      document.documentElement.append(host);
      host.showPopover();
      shownFor = image;
      presses = watchPresses(button);
      return true;
    },
    hide,
    isAt: (event) => event.composedPath().includes(host),
  };
}

function inside(host: HTMLElement, label: string, mode: ShadowRootMode): HTMLButtonElement {
  const root = host.attachShadow({ mode });
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  root.adoptedStyleSheets = [style];
  const button = document.createElement('button');
  button.type = 'button';
  // Reached by the pointer only: it is gone before a keyboard could get there. The popup is the keyboard's way.
  button.tabIndex = -1;
  button.ariaLabel = label;
  button.title = label;
  button.append(drawing());
  root.append(button);
  host.popover = 'manual';
  // A press neither follows the link that the picture is in, nor moves the focus.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'auxclick'])
    host.addEventListener(type, (event) => event.stopPropagation());
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
}

function drawing(): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '14 12 104 104');
  svg.ariaHidden = 'true';
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outline);
  path.setAttribute('transform', 'rotate(40 64 64)');
  svg.append(path);
  return svg;
}
