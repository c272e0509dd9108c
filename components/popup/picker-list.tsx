import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Target } from '../../lib/save/request.ts';
import { useWords } from '../ui/words.tsx';
import { PickerRow } from './picker-row.tsx';
import { type Row, toTarget } from './picker-rows.ts';
import { layOutRows, rowsBetween } from './row-layout.ts';
import { placeOf } from './targets.ts';

interface PickerListProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly active: number;
  readonly targets: readonly Target[];
  readonly isOpened: (row: Row) => boolean;
  /** `isOneMore`: besides those chosen, or no more. */
  readonly onChoose: (row: Row, isOneMore: boolean) => void;
  readonly onToggleSections: (row: Row) => void;
}

const marginPx = 220;

/** The picker's listbox: only lines near what is seen are mounted, and the active one always. */
export function PickerList({ id, rows, active, targets, isOpened, onChoose, onToggleSections }: PickerListProps) {
  const t = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const [topPx, setTopPx] = useState(0);
  const layout = layOutRows(rows);
  const activeTopPx = layout.tops[active];
  const headingPx = activeTopPx === layout.tops[0] ? (activeTopPx ?? 0) : 0;

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element || activeTopPx === undefined) return;
    if (activeTopPx < element.scrollTop) element.scrollTop = activeTopPx - headingPx;
    else if (activeTopPx + 44 > element.scrollTop + element.clientHeight) {
      element.scrollTop = activeTopPx + 44 - element.clientHeight;
    }
  }, [activeTopPx, headingPx]);

  const [first, end] = rowsBetween(layout, topPx - marginPx, topPx + 336 + marginPx);
  const isMounted = (index: number) => (index >= first && index < end) || index === active;
  const chosen = new Set(targets.map(placeOf));
  const isChosen = (target: Target | undefined) => target !== undefined && chosen.has(placeOf(target));

  const onClick = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    const row = rows[Number(at?.closest<HTMLElement>('[role=option]')?.dataset['index'] ?? -1)];
    if (!row) return;
    if (at?.closest('[data-opens]')) onToggleSections(row);
    else onChoose(row, event.ctrlKey || event.metaKey);
  };

  return (
    <div
      ref={scroll}
      class="picker-scroll"
      // A listbox that scrolls is a tab stop in Chromium; the combobox is the only one.
      tabIndex={-1}
      onScroll={(event) => setTopPx(Math.floor(event.currentTarget.scrollTop / 44) * 44)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys for its list */}
      <div
        id={id}
        class="picker-field"
        role="listbox"
        tabIndex={-1}
        aria-label={t('picker.boards')}
        aria-multiselectable="true"
        style={{ blockSize: `${layout.heightPx}px` }}
        // Focus stays in the combobox.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {layout.groups.map(({ group, topPx: groupTopPx, heightPx, first: from, end: to }) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of a listbox are not fieldsets
          <div
            key={group}
            role="group"
            class="picker-group"
            aria-label={t(`picker.group.${group}`)}
            style={{ insetBlockStart: `${groupTopPx}px`, blockSize: `${heightPx}px` }}
          >
            {group !== 'found' && (
              <div class="picker-heading" aria-hidden="true">
                {t(`picker.group.${group}`)}
              </div>
            )}
            {rows.slice(from, to).map((row, offset) => {
              const index = from + offset;
              return (
                isMounted(index) && (
                  <PickerRow
                    key={index}
                    id={`${id}-${index}`}
                    row={row}
                    topPx={(layout.tops[index] ?? 0) - groupTopPx}
                    position={index + 1}
                    total={rows.length}
                    isActive={index === active}
                    isChosen={isChosen(toTarget(row))}
                    isOpen={isOpened(row)}
                  />
                )
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
