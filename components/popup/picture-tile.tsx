import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { Tile } from './masonry.ts';
import type { PopupPicture, RunState } from './model.ts';
import { nameOf, sizeOf } from './picture-name.ts';
import { reasonKey } from './reason-words.ts';

type PictureSize = Pick<PopupPicture, 'widthPx' | 'heightPx'>;

interface PictureTileProps {
  readonly id: string;
  readonly picture: PopupPicture;
  readonly tile: Tile;
  readonly position: number;
  readonly total: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly state: RunState | undefined;
}

/** One picture of the grid. It holds no buttons: what can be done about an error stands in the results below. */
export function PictureTile({ id, picture, tile, position, total, isSelected, isActive, state }: PictureTileProps) {
  const t = useWords();
  const plural = usePlural();
  const [hasFailed, setFailed] = useState(false);
  /** The natural size of what the tile shows, once it is loaded. */
  const [loaded, setLoaded] = useState<PictureSize>();
  const src = picture.previewUrl ?? picture.thumbnail ?? picture.url;
  // A thumbnail's size is not the picture's.
  const size = sizeOf(picture) || (loaded && src === picture.url ? sizeOf(loaded) : '');
  const name = nameOf(picture) ?? t('popup.pictureNumber', position);
  const [board, ...others] = picture.savedTo ?? [];
  const saved = board && (others.length === 0 ? board : plural('popup.boardAndMore', others.length, board));
  const reason = picture.hidden && t(reasonKey(picture.hidden));
  const isFailed = state === 'failed';
  const label = [name, size, reason, saved && t('popup.savedTo', saved), isFailed && t('popup.notSaved')];
  return (
    <div
      id={id}
      role="option"
      // The listbox holds the focus and names this one by aria-activedescendant.
      tabIndex={-1}
      class={`tile ${isActive ? 'is-active' : ''} ${loaded ? 'is-loaded' : ''}`}
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={total}
      data-key={picture.key}
      style={{
        insetBlockStart: `${tile.topPx}px`,
        insetInlineStart: `${tile.startPx}px`,
        inlineSize: `${tile.widthPx}px`,
        blockSize: `${tile.heightPx}px`,
      }}
    >
      <span class="unseen">{label.filter(Boolean).join(', ')}</span>
      {src && !hasFailed ? (
        <img
          src={src}
          alt=""
          decoding="async"
          draggable={false}
          referrerpolicy="no-referrer"
          onLoad={({ currentTarget: { naturalWidth: widthPx, naturalHeight: heightPx } }) =>
            setLoaded({ widthPx, heightPx })
          }
          onError={() => setFailed(true)}
        />
      ) : (
        <span class="tile-words" aria-hidden="true">
          <Icon name="imageOff" sizePx={20} />
          <span dir="auto">{name}</span>
        </span>
      )}
      {reason ? (
        <span class="tile-badge reason" aria-hidden="true">
          {reason}
        </span>
      ) : (
        saved && <SavedBadge label={saved} />
      )}
      {size && (
        <span class="tile-size" dir="ltr" aria-hidden="true">
          {size}
        </span>
      )}
      {isFailed && (
        <span class="tile-failed">
          <Icon name="circleAlert" sizePx={16} />
        </span>
      )}
      <span class="tile-check">
        <Icon name="check" sizePx={14} strokeWidth={3.5} />
      </span>
    </div>
  );
}

function SavedBadge({ label }: { label: string }) {
  return (
    <span class="tile-badge" aria-hidden="true">
      <Icon name="check" sizePx={12} strokeWidth={3} />
      <span dir="auto">{label}</span>
    </span>
  );
}
