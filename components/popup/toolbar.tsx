import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { countReasons } from './arrange.ts';
import { HiddenPanel } from './later.ts';
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

/** The button goes round: three orders are not worth a menu, and "Board" stays the only combobox. */
const sortAfter: Readonly<Record<Sort, Sort>> = { best: 'size', size: 'page', page: 'best' };

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
            <span>
              {selectedCount > 1
                ? plural('popup.selectedOf', shownCount, selectedCount)
                : plural('popup.pictureCount', shownCount)}
            </span>
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
          <Icon name="search" sizePx={16} />
        </IconButton>
        <Button look="chip" onClick={() => onChange({ ...draft, sort: sortAfter[draft.sort] })}>
          <span class="unseen">{t('popup.sort')}: </span>
          {/* In a language that is too long for the row the icon stands alone. */}
          <span class="sort">
            <Icon name="arrowUpDown" sizePx={12} />
            <span>{t(`popup.sortBy.${draft.sort}`)}</span>
          </span>
        </Button>
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
