import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import { commonText, edit, keepsItsText } from './draft.ts';
import { WhichPin } from './later.ts';
import type { Draft, PopupPicture, Texts } from './model.ts';
import './fields.css';

interface FieldsProps {
  /** The chosen pictures; one at least. */
  readonly pictures: readonly PopupPicture[];
  readonly draft: Draft;
  readonly isMoreOpen: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onMore: (isOpen: boolean) => void;
  /** *Enter* in a text of one line. */
  readonly onEnter: () => void;
}

/** Most units of each text: what Pinterest's API takes. */
const most: Readonly<Record<keyof Texts, number>> = { title: 100, description: 800, altText: 500, link: 2048 };

/** The texts of the pin, or of several at once. */
export function Fields({ pictures, draft, isMoreOpen, onChange, onMore, onEnter }: FieldsProps) {
  const t = useWords();
  const [wanted, setWanted] = useState<string>();
  const editing = pictures.find((picture) => picture.key === wanted);
  const edited = editing ? [editing] : pictures;
  const own = edited.filter((picture) => !keepsItsText(picture, draft));
  const isReadOnly = own.length === 0;
  const [first] = edited;
  const field = (name: keyof Texts) => {
    const common = commonText(isReadOnly ? edited : own, draft, name);
    return {
      label: t(`popup.field.${name}`),
      value: common ?? '',
      most: most[name],
      isReadOnly,
      ...(common === undefined ? { placeholder: t('popup.differs') } : {}),
      onInput: (text: string) =>
        onChange(
          edit(
            draft,
            own.map(({ key }) => key),
            name,
            text,
          ),
        ),
    };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any of its fields saves, as in a form
    <div
      class="fields"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        onEnter();
      }}
    >
      {pictures.length > 1 && <WhichPin pictures={pictures} editing={editing?.key} onChange={setWanted} />}
      <div class="fields-main">
        {edited.length === 1 && first && (
          <img
            class="fields-thumb"
            src={first.previewUrl ?? first.thumbnail ?? first.url}
            alt=""
            referrerpolicy="no-referrer"
          />
        )}
        <TextField {...field('title')} />
      </div>
      {isReadOnly && (
        <Notice
          tone="info"
          actions={
            <Button
              look="text"
              onClick={() =>
                onChange({ ...draft, asNewPin: [...draft.asNewPin, ...edited.map((picture) => picture.key)] })
              }
            >
              {t('popup.saveAsNew')}
            </Button>
          }
        >
          {t('popup.keepsText')}
        </Notice>
      )}
      <button type="button" class="more" aria-expanded={isMoreOpen} onClick={() => onMore(!isMoreOpen)}>
        <Icon name="chevronDown" sizePx={14} />
        {t('popup.more')}
      </button>
      {isMoreOpen && (
        <div class="fields-rest">
          <TextField {...field('description')} isLong />
          <TextField {...field('altText')} isLong hint={t('popup.altHint')} />
          <TextField {...field('link')} inputMode="url" />
        </div>
      )}
    </div>
  );
}
