import type { ComponentChildren } from 'preact';
import type { Board } from '../../lib/boards/board.ts';
import { Icon } from '../ui/icon.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { Cover } from './cover.tsx';
import { type Row, separator } from './picker-rows.ts';

interface PickerRowProps {
  readonly id: string;
  readonly row: Row;
  readonly topPx: number;
  readonly position: number;
  readonly total: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
}

/** One line of the picker. The pointer opens a board's sections with the arrow at its end, the keyboard with →. */
export function PickerRow({ id, row, topPx, position, total, isActive, isChosen, isOpen }: PickerRowProps) {
  const isInside = row.kind !== 'board' && isOpen;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      class={`picker-row ${isActive ? 'is-active' : ''} ${isInside ? 'inside' : ''}`}
      aria-selected={isChosen}
      aria-disabled={row.kind === 'loading' ? 'true' : undefined}
      aria-posinset={position}
      aria-setsize={total}
      data-index={position - 1}
      style={{ insetBlockStart: `${topPx}px` }}
    >
      <RowContent row={row} isOpen={isOpen} />
    </div>
  );
}

function RowContent({ row, isOpen }: { row: Row; isOpen: boolean }) {
  const t = useWords();
  switch (row.kind) {
    case 'board':
      return (
        <>
          <Cover board={row.board} />
          <Name text={row.board.name} ranges={row.ranges} />
          <BoardFacts board={row.board} isOpen={isOpen} />
        </>
      );
    case 'section':
      return (
        <>
          <Cover board={row.board} />
          <Name text={row.board.name + separator + row.section.name} ranges={row.ranges} />
          {row.board.isSecret && <Secret />}
        </>
      );
    case 'new-section':
      return (
        <>
          <span class="cover">
            <Icon name="folderPlus" sizePx={16} />
          </span>
          <span class="picker-name">
            {row.name ? t('picker.createSection', row.name, row.board.name) : t('picker.newSection', row.board.name)}
          </span>
        </>
      );
    case 'new-board':
      return (
        <>
          <span class="cover">
            <Icon name="plus" sizePx={16} />
          </span>
          <span class="picker-name">{t('picker.createBoard', row.name)}</span>
        </>
      );
    case 'loading':
      return <span class="picker-name">{t('picker.loadingSections', row.board.name)}</span>;
  }
}

function BoardFacts({ board, isOpen }: { board: Board; isOpen: boolean }) {
  const plural = usePlural();
  const mayHaveSections = board.sections === undefined || board.sections.length > 0;
  return (
    <span class="more">
      {board.isSecret && <Secret isBare />}
      {board.pinCount !== undefined && plural('picker.pins', board.pinCount)}
      {mayHaveSections ? (
        <span class={`picker-open ${isOpen ? 'is-open' : ''}`} data-opens="">
          <Icon name="chevronRight" sizePx={16} />
        </span>
      ) : (
        <span class="picker-open" />
      )}
    </span>
  );
}

function Secret({ isBare = false }: { isBare?: boolean }) {
  const t = useWords();
  const mark = <Icon name="lock" sizePx={14} label={t('picker.secret')} />;
  return isBare ? mark : <span class="more">{mark}</span>;
}

function Name({ text, ranges }: { text: string; ranges: readonly number[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (let index = 0; index < ranges.length; index += 2) {
    const [start = 0, end = 0] = ranges.slice(index, index + 2);
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <span class="picker-name" dir="auto">
      {parts}
      {text.slice(at)}
    </span>
  );
}
