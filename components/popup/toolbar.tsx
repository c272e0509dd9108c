import { ChevronDown, Search } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { countReasons } from './arrange.ts';
import { HiddenPanel } from './hidden-panel.tsx';
import type { Draft, PopupPicture, Sort } from './model.ts';
import './toolbar.css';

interface ToolbarProps {
  readonly draft: Draft;
  readonly pictures: readonly PopupPicture[];
  readonly shownCount: number;
  readonly hiddenCount: number;
  readonly selectedCount: number;
  readonly onChange: (draft: Draft) => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  /** Hidden pictures are wanted that the page has not handed over yet. */
  readonly onWantHidden: () => void;
}

const sorts: readonly Sort[] = ['best', 'size', 'page'];

/** What stands above the pictures: how many, in which order, and which. */
export function Toolbar(props: ToolbarProps) {
  const { draft, pictures, shownCount, hiddenCount, selectedCount, onChange, onSelectAll, onClear } = props;
  const t = useWords();
  const plural = usePlural();
  const [isFiltering, setFiltering] = useState(draft.filter !== '');
  const [isHiddenOpen, setHiddenOpen] = useState(draft.shownReasons.length > 0);
  const filter = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFiltering) filter.current?.focus();
  }, [isFiltering]);
  const endFilter = () => {
    setFiltering(false);
    onChange({ ...draft, filter: '' });
  };
  return (
    <>
      <div class="toolbar">
        {isFiltering ? (
          <input
            ref={filter}
            class="filter"
            type="search"
            dir="auto"
            aria-label={t('popup.filter')}
            placeholder={t('popup.filter')}
            value={draft.filter}
            onInput={(event) => onChange({ ...draft, filter: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              endFilter();
            }}
          />
        ) : (
          <span class="count">
            {selectedCount > 1
              ? plural('popup.selectedOf', shownCount, selectedCount)
              : plural('popup.pictureCount', shownCount)}
            {hiddenCount > 0 && (
              <Button
                look="text"
                aria-expanded={isHiddenOpen}
                onClick={() => {
                  setHiddenOpen(!isHiddenOpen);
                  if (!isHiddenOpen) props.onWantHidden();
                }}
              >
                {plural('popup.hiddenCount', hiddenCount)}
              </Button>
            )}
          </span>
        )}
        <IconButton
          label={t('popup.filter')}
          aria-pressed={isFiltering}
          onClick={() => (isFiltering ? endFilter() : setFiltering(true))}
        >
          <Search size={16} />
        </IconButton>
        <span class="sort">
          <select
            aria-label={t('popup.sort')}
            value={draft.sort}
            onChange={(event) => {
              const sort = sorts[event.currentTarget.selectedIndex];
              if (sort) onChange({ ...draft, sort });
            }}
          >
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`popup.sortBy.${sort}`)}
              </option>
            ))}
          </select>
          <ChevronDown size={14} />
        </span>
        {selectedCount > 1 ? (
          <Button look="chip" onClick={onClear}>
            {t('popup.clear')}
          </Button>
        ) : (
          <Button look="chip" onClick={onSelectAll}>
            {t('popup.selectAll')}
          </Button>
        )}
      </div>
      {isHiddenOpen && (
        <HiddenPanel
          counts={countReasons(pictures)}
          shown={draft.shownReasons}
          onChange={(shownReasons) => onChange({ ...draft, shownReasons })}
        />
      )}
    </>
  );
}
