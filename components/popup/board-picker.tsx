import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Target } from '../../lib/save/request.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useWords } from '../ui/words.tsx';
import { Cover } from './cover.tsx';
import { PickerList } from './later.ts';
import type { Boards } from './model.ts';
import { type Row, separator, splitQuery, toRows, toTarget } from './picker-rows.ts';
import './board-picker.css';

interface BoardPickerProps {
  readonly boards: Boards;
  readonly target: Target | undefined;
  readonly inputRef: { current: HTMLInputElement | null };
  readonly onChoose: (target: Target) => void;
  /** *Enter* while the list is closed. */
  readonly onEnter: () => void;
  readonly onLoadSections: (boardId: string) => void;
  readonly onReload: () => void;
}

/**
 * The combobox "Board": an editable combobox with list autocomplete, by the ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/), with sections opened by →.
 */
export function BoardPicker(props: BoardPickerProps) {
  const { boards, target, inputRef, onChoose, onEnter, onLoadSections, onReload } = props;
  const t = useWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  /** What was typed; undefined while the box shows the chosen board. */
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(-1);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const rows = useMemo(() => (isOpen ? toRows(boards, query ?? '', opened) : []), [isOpen, boards, query, opened]);
  const inside = isOpen && query !== undefined ? splitQuery(boards.list, query)?.board : undefined;
  const sectionsToLoad = inside && !inside.sections ? inside.id : undefined;
  useEffect(() => {
    if (sectionsToLoad !== undefined) onLoadSections(sectionsToLoad);
  }, [sectionsToLoad]);
  // A board that comes to stand in the focused box is selected there, as on focus: typing replaces it.
  const isTyping = query !== undefined;
  useEffect(() => {
    if (!isTyping && document.activeElement === inputRef.current) inputRef.current?.select();
  }, [target?.label, isTyping]);

  const open = (at: 'first' | 'last' | 'none') => {
    const all = isOpen ? rows : toRows(boards, query ?? '', opened);
    setOpen(true);
    setActive(at === 'none' ? -1 : at === 'first' ? 0 : all.length - 1);
  };
  const close = () => {
    setOpen(false);
    setQuery(undefined);
    setActive(-1);
    setOpened(new Set());
  };
  const type = (text: string) => {
    setQuery(text);
    setOpen(true);
    setActive(text.trim() ? 0 : -1);
  };
  const choose = (row: Row) => {
    if (row.kind === 'loading') return;
    const chosen = toTarget(row);
    if (!chosen && row.kind === 'new-section') return type(row.board.name + separator);
    if (chosen) onChoose(chosen);
    close();
  };
  const openedKey = (row: Row) => (row.kind === 'new-board' ? '' : `${row.group}/${row.board.id}`);
  const setSections = (row: Row, isWanted: boolean) => {
    if (row.kind === 'new-board') return;
    const next = new Set(opened);
    if (isWanted) next.add(openedKey(row));
    else next.delete(openedKey(row));
    setOpened(next);
    const boardRow = rows.findIndex((other) => other.kind === 'board' && openedKey(other) === openedKey(row));
    setActive(boardRow);
    if (isWanted && !row.board.sections) onLoadSections(row.board.id);
  };

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return;
    const handled = onKey(event);
    if (handled) event.preventDefault();
  };
  /** Gives whether the key was taken; what is not stays a key of the text. */
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): boolean => {
    const row = rows[active];
    switch (event.key) {
      case 'ArrowDown':
        if (event.altKey) open('none');
        else if (!isOpen) open('first');
        else setActive(rows.length === 0 ? -1 : (active + 1) % rows.length);
        return true;
      case 'ArrowUp':
        if (event.altKey) close();
        else if (!isOpen) open('last');
        else setActive(active <= 0 ? rows.length - 1 : active - 1);
        return true;
      case 'PageDown':
      case 'PageUp':
        if (!isOpen) return false;
        setActive(Math.min(rows.length - 1, Math.max(0, active + (event.key === 'PageDown' ? 7 : -7))));
        return true;
      case 'Enter':
        if (!isOpen) onEnter();
        else if (row) choose(row);
        else close();
        return true;
      case 'Escape':
        if (!isOpen) return false;
        close();
        return true;
      case 'Tab':
        if (isOpen && row && toTarget(row)) choose(row);
        return false;
      case 'ArrowLeft':
      case 'ArrowRight':
        return onArrowAlong(event, row);
      case 'Home':
      case 'End':
        setActive(-1);
        return false;
      default:
        return false;
    }
  };
  const onArrowAlong = (event: KeyboardEvent & { currentTarget: HTMLInputElement }, row: Row | undefined): boolean => {
    const box = event.currentTarget;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const isForward = (event.key === 'ArrowRight') !== (getComputedStyle(box).direction === 'rtl');
    const isCaretAtEnd = box.selectionStart === box.value.length && box.selectionEnd === box.value.length;
    if (row && isForward && isCaretAtEnd && row.kind === 'board') {
      if (!opened.has(openedKey(row)) && row.board.sections?.length !== 0) setSections(row, true);
      return true;
    }
    if (row && !isForward && opened.has(openedKey(row))) {
      setSections(row, false);
      return true;
    }
    setActive(-1);
    return false;
  };

  const chosenBoard = target && 'boardId' in target ? boards.list.find(({ id }) => id === target.boardId) : undefined;
  const activeId = isOpen && active >= 0 && active < rows.length ? `${listId}-${active}` : undefined;
  return (
    <div class="picker">
      {isOpen && (
        <div class="picker-list">
          <PickerNote boards={boards} hasRows={rows.length > 0} onReload={onReload} />
          {rows.length > 0 && (
            <PickerList
              id={listId}
              rows={rows}
              active={active}
              target={target}
              isOpened={(row) => opened.has(openedKey(row))}
              onChoose={choose}
              onToggleSections={(row) => setSections(row, !opened.has(openedKey(row)))}
            />
          )}
        </div>
      )}
      <div class="picker-box">
        {query === undefined && target && <Cover board={chosenBoard ?? { name: target.label }} />}
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          dir="auto"
          aria-label={t('picker.board')}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={isOpen && rows.length > 0}
          aria-controls={isOpen && rows.length > 0 ? listId : undefined}
          aria-activedescendant={activeId}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={180}
          placeholder={t('picker.choose')}
          value={query ?? target?.label ?? ''}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onClick={() => !isOpen && open('none')}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={close}
        />
        <IconButton
          label={t('picker.show')}
          tabIndex={-1}
          aria-expanded={isOpen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (isOpen) close();
            else open('none');
            inputRef.current?.focus();
          }}
        >
          <Icon name="chevronDown" sizePx={18} />
        </IconButton>
      </div>
    </div>
  );
}

function PickerNote({ boards, hasRows, onReload }: { boards: Boards; hasRows: boolean; onReload: () => void }) {
  const t = useWords();
  if (boards.state === 'loading') return <p class="picker-note">{t('picker.loading')}</p>;
  if (boards.state === 'remembered') return <p class="picker-note">{t('picker.remembered')}</p>;
  if (boards.state === 'failed') {
    return (
      <p class="picker-note">
        {boards.message ?? t('picker.failed')}{' '}
        <Button look="text" onMouseDown={(event) => event.preventDefault()} onClick={onReload}>
          {t('popup.tryAgain')}
        </Button>
      </p>
    );
  }
  return hasRows ? null : <p class="picker-note">{t('picker.none')}</p>;
}
