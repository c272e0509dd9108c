import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupPicture } from './model.ts';
import { nameOf } from './picture-name.ts';

interface WhichPinProps {
  readonly pictures: readonly PopupPicture[];
  /** The key of the one that is edited; undefined for all at once. */
  readonly editing: string | undefined;
  readonly onChange: (key: string | undefined) => void;
}

/** More than fit in sight would be a wall of radios; beyond these all are edited at once. */
const most = 24;

/** Whether the fields speak of all chosen pictures or of one of them. */
export function WhichPin({ pictures, editing, onChange }: WhichPinProps) {
  const t = useWords();
  const plural = usePlural();
  return (
    <fieldset class="which" aria-label={t('popup.editWhich')}>
      <label class="all">
        <input type="radio" name="which" checked={editing === undefined} onChange={() => onChange(undefined)} />
        {plural('popup.allPins', pictures.length)}
      </label>
      {pictures.slice(0, most).map((picture, index) => (
        <label key={picture.key}>
          <input
            type="radio"
            name="which"
            aria-label={nameOf(picture) ?? t('popup.pictureNumber', index + 1)}
            checked={editing === picture.key}
            onChange={() => onChange(picture.key)}
          />
          <img
            src={picture.previewUrl ?? picture.thumbnail ?? picture.url}
            alt=""
            decoding="async"
            referrerpolicy="no-referrer"
            onError={({ currentTarget }) => {
              currentTarget.hidden = true;
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
