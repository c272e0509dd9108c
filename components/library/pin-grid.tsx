import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import { destination, layOut, mountedTiles } from '../popup/masonry.ts';
import { extend, type Selection, selectAll, toggle } from '../popup/selection.ts';
import { useWords } from '../ui/words.tsx';
import { PinTile } from './pin-tile.tsx';
import { marginPx, useView } from './use-view.ts';
import './pins.css';

interface PinGridProps {
  readonly pins: readonly LibraryPin[];
  /** Whether these are all. */
  readonly isComplete: boolean;
  readonly label: string;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (pinId: string) => void;
  readonly onNearEnd: () => void;
}

const gapPx = 16;
const leastTilePx = 170;
/** What floats over the page's edges and must not hide the pin that the keyboard is at. */
const coveredPx = 88;

/**
 * Pins as a listbox: arrows move by sight, Space chooses, Enter opens. The page scrolls; only tiles near the window are
 * mounted, so that a board of thousands stays light.
 */
export function PinGrid(props: PinGridProps) {
  const { pins, isComplete, label, selection, onSelect, onOpen, onNearEnd } = props;
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  const view = useView(list);
  const [activeId, setActiveId] = useState<string>();
  const { tiles, heightPx } = useMemo(
    () => layOut(pins, { widthPx: view.widthPx, gapPx, leastTilePx }),
    [pins, view.widthPx],
  );
  const order = useMemo(() => pins.map(({ id }) => id), [pins]);
  const indexes = useMemo(() => new Map(order.map((id, index) => [id, index])), [order]);
  const selected = useMemo(() => new Set(selection.keys), [selection.keys]);
  const active = (activeId !== undefined && indexes.get(activeId)) || 0;
  const isNearEnd = heightPx - view.topPx - view.heightPx < 2 * marginPx;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, pins.length]);

  const moveTo = (index: number) => {
    setActiveId(order[index]);
    const tile = tiles[index];
    const element = list.current;
    if (!tile || !element) return;
    const topPx = element.getBoundingClientRect().top + tile.topPx;
    const overPx = topPx + tile.heightPx + coveredPx - window.innerHeight;
    if (topPx < coveredPx) window.scrollBy(0, topPx - coveredPx);
    else if (overPx > 0) window.scrollBy(0, overPx);
  };

  const isRtl = () => list.current !== null && getComputedStyle(list.current).direction === 'rtl';

  const onKeyDown = (event: KeyboardEvent) => {
    const id = order[active];
    if (id === undefined || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'a') onSelect(selectAll(selection, order));
    else if (event.key === ' ') onSelect(event.shiftKey ? extend(selection, order, id) : toggle(selection, id));
    else if (event.key === 'Enter' && !isCommand) onOpen(id);
    else {
      const next = isCommand ? undefined : destination(tiles, active, event.key, isRtl());
      if (next === undefined) return;
      moveTo(next);
      const reached = order[next];
      if (event.shiftKey && reached !== undefined) onSelect(extend(selection, order, reached));
    }
    event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[role=option]')?.dataset['id'];
    if (id === undefined) return;
    setActiveId(id);
    if (event.shiftKey) onSelect(extend(selection, order, id));
    else if (event.ctrlKey || event.metaKey || selected.size > 0 || target?.closest('.pin-check')) {
      onSelect(toggle(selection, id));
    } else onOpen(id);
  };

  const mounted = mountedTiles(tiles, active, view.topPx - marginPx, view.topPx + view.heightPx + marginPx);
  return (
    <div
      ref={list}
      class={`pin-grid ${selected.size > 0 ? 'is-choosing' : ''}`}
      role="listbox"
      aria-label={t('library.pins.of', label)}
      aria-multiselectable="true"
      aria-activedescendant={`pin-${order[active]}`}
      tabIndex={0}
      style={{ blockSize: `${heightPx}px` }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {mounted.map((index) => {
        const pin = pins[index];
        const tile = tiles[index];
        return (
          pin &&
          tile && (
            <PinTile
              key={pin.id}
              pin={pin}
              tile={tile}
              position={index + 1}
              // Unknown while there is more to come.
              total={isComplete ? pins.length : -1}
              isSelected={selected.has(pin.id)}
              isActive={index === active}
            />
          )
        );
      })}
    </div>
  );
}
