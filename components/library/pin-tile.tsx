import { Check, Play } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import type { Tile } from '../popup/masonry.ts';
import { useWords } from '../ui/words.tsx';

interface PinTileProps {
  readonly pin: LibraryPin;
  readonly tile: Tile;
  readonly position: number;
  readonly total: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}

/** One pin of the grid. It holds no buttons: what can be done stands in its window, or in the bar below. */
export function PinTile({ pin, tile, position, total, isSelected, isActive }: PinTileProps) {
  const t = useWords();
  const [hasFailed, setFailed] = useState(false);
  const title = pin.title || pin.altText || pin.description;
  const hasPicture = pin.imageUrl !== undefined && !hasFailed;
  return (
    <div
      id={`pin-${pin.id}`}
      role="option"
      // The listbox holds the focus and names this one by aria-activedescendant.
      tabIndex={-1}
      class={`pin-tile ${isActive ? 'is-active' : ''} ${hasPicture ? '' : 'is-bare'}`}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={total}
      aria-label={title || t('library.pins.untitled')}
      data-id={pin.id}
      style={{
        insetBlockStart: `${tile.topPx}px`,
        insetInlineStart: `${tile.startPx}px`,
        inlineSize: `${tile.widthPx}px`,
        blockSize: `${tile.heightPx}px`,
      }}
    >
      {hasPicture && (
        <img
          src={pin.imageUrl}
          alt=""
          decoding="async"
          draggable={false}
          referrerpolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
      {title && (
        <span class="pin-title" dir="auto">
          {title}
        </span>
      )}
      {pin.isVideo && (
        <span class="pin-video">
          <Play size={14} aria-hidden="true" />
        </span>
      )}
      <span class="pin-check">
        <Check size={14} strokeWidth={3.5} aria-hidden="true" />
      </span>
    </div>
  );
}
