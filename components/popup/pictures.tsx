import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useWords } from '../ui/words.tsx';
import { destination, layOut, mountedTiles } from './masonry.ts';
import type { PopupPicture, RunState } from './model.ts';
import { PictureTile } from './picture-tile.tsx';
import { click, extend, type Selection, toggle } from './selection.ts';
import './pictures.css';

interface PicturesProps {
  readonly pictures: readonly PopupPicture[];
  /** How many there are in all; more than `pictures` when the page still holds some. */
  readonly total: number;
  readonly selection: Selection;
  /** What became of the pictures that were saved from here. */
  readonly states: ReadonlyMap<string, RunState>;
  readonly onSelect: (selection: Selection) => void;
  /** *Ctrl/Cmd+A*. */
  readonly onSelectAll: () => void;
  readonly onEnter: () => void;
  readonly onNearEnd: () => void;
}

const gapPx = 8;
const leastTilePx = 108;
/** How far beyond the edge tiles are mounted, and how coarsely scrolling is followed. */
const marginPx = 400;
const stepPx = 100;

/** The listbox "Images on this page". Only tiles near what is seen are mounted; positions and sizes stay true. */
export function Pictures(props: PicturesProps) {
  const { pictures, total, selection, states, onSelect, onSelectAll, onEnter, onNearEnd } = props;
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ topPx: 0, heightPx: 400, widthPx: 376 });
  /** What is in sight comes first: the first frame waits for no tile that nobody sees. */
  const [beyondPx, setBeyondPx] = useState(0);
  const [activeKey, setActiveKey] = useState<string>();
  const { tiles, heightPx } = useMemo(
    () => layOut(pictures, { widthPx: view.widthPx, gapPx, leastTilePx }),
    [pictures, view.widthPx],
  );
  const order = useMemo(() => pictures.map((picture) => picture.key), [pictures]);
  const selected = useMemo(() => new Set(selection.keys), [selection.keys]);
  const active = Math.max(
    0,
    order.indexOf(activeKey ?? selection.keys.find((key) => order.includes(key)) ?? order[0] ?? ''),
  );

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const style = getComputedStyle(element);
      const widthPx =
        element.clientWidth - Number.parseFloat(style.paddingInlineStart) - Number.parseFloat(style.paddingInlineEnd);
      const heightPx = element.clientHeight;
      setView((before) =>
        before.widthPx === widthPx && before.heightPx === heightPx ? before : { ...before, widthPx, heightPx },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setBeyondPx(marginPx), { timeout: 200 });
    return () => cancelIdleCallback(waiting);
  }, []);

  const follow = (element: HTMLElement) => {
    const topPx = Math.floor(element.scrollTop / stepPx) * stepPx;
    setBeyondPx(marginPx);
    if (topPx !== view.topPx) setView((before) => ({ ...before, topPx }));
    if (heightPx - element.scrollTop - element.clientHeight < 2 * marginPx) onNearEnd();
  };

  const moveTo = (index: number) => {
    setActiveKey(order[index]);
    const tile = tiles[index];
    const element = list.current;
    if (!tile || !element) return;
    const bottomPx = tile.topPx + tile.heightPx + gapPx;
    if (tile.topPx < element.scrollTop) element.scrollTop = Math.max(0, tile.topPx - gapPx);
    else if (bottomPx > element.scrollTop + element.clientHeight) element.scrollTop = bottomPx - element.clientHeight;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = order[active];
    if (key === undefined || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'a') onSelectAll();
    else if (event.key === ' ') onSelect(event.shiftKey ? extend(selection, order, key) : toggle(selection, key));
    else if (event.key === 'Enter' && !isCommand) onEnter();
    else {
      const next = destination(tiles, active, event.key, isRtl());
      if (next === undefined || (isCommand && !event.key.startsWith('Arrow'))) return;
      moveTo(next);
      const reached = order[next];
      if (event.shiftKey && reached !== undefined) onSelect(extend(selection, order, reached));
    }
    event.preventDefault();
  };

  const isRtl = () => list.current !== null && getComputedStyle(list.current).direction === 'rtl';

  const onClick = (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    const key = option?.dataset['key'];
    if (key === undefined) return;
    setActiveKey(key);
    if (event.shiftKey) onSelect(extend(selection, order, key));
    else onSelect(event.ctrlKey || event.metaKey ? toggle(selection, key) : click(selection, key));
  };

  const mounted = mountedTiles(tiles, active, view.topPx - beyondPx, view.topPx + view.heightPx + beyondPx + stepPx);
  return (
    <div
      ref={list}
      class="pictures"
      role="listbox"
      aria-label={t('popup.pictures')}
      aria-multiselectable="true"
      aria-activedescendant={order.length > 0 ? `picture-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onScroll={(event) => follow(event.currentTarget)}
    >
      <div class="pictures-field" role="presentation" style={{ blockSize: `${heightPx}px` }}>
        {mounted.map((index) => {
          const picture = pictures[index];
          const tile = tiles[index];
          return (
            picture &&
            tile && (
              <PictureTile
                key={picture.key}
                id={`picture-${index}`}
                picture={picture}
                tile={tile}
                position={index + 1}
                total={Math.max(total, pictures.length)}
                isSelected={selected.has(picture.key)}
                isActive={index === active}
                state={states.get(picture.key)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
