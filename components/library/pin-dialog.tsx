import { ChartLine, ExternalLink, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { PinEdit } from '../../lib/messages/library.ts';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import { useDates } from './formats.ts';
import type { LibraryProps } from './library.tsx';
import type { Place } from './model.ts';
import { PlaceFields } from './place-fields.tsx';
import { type PinTexts, TextFields } from './text-fields.tsx';
import { useAttempt } from './use-attempt.ts';
import './pin-dialog.css';

type PinDialogProps = LibraryProps & { readonly pin: LibraryPin; readonly onClose: () => void };

/** One pin: what it says, where it is, and what can be done with it. */
export function PinDialog({ pin, model, actions, onClose }: PinDialogProps) {
  const t = useWords();
  const dates = useDates();
  const { title, description, altText, link } = pin;
  const [texts, setTexts] = useState<PinTexts>({ title, description, altText, link });
  const [place, setPlace] = useState<Place>(placeOf(pin));
  const [isAsking, setAsking] = useState(false);
  const { isBusy, problem, run } = useAttempt(onClose);
  const edit = changesOf(pin, texts, place);
  const isChanged = Object.keys(edit).length > 0;
  if (isAsking) {
    return (
      <Ask
        title={t('library.pins.deleteTitle')}
        yes={t('library.delete')}
        onYes={() => actions.deletePin(pin)}
        onDone={onClose}
        onClose={() => setAsking(false)}
      >
        <p>{t('library.pins.deleteText', pin.title || t('library.pins.untitled'))}</p>
      </Ask>
    );
  }
  return (
    <Dialog
      title={pin.title || t('library.pins.untitled')}
      isWide
      onClose={onClose}
      actions={
        <>
          <span class="pin-dialog-delete">
            <Button onClick={() => setAsking(true)}>
              <Trash2 size={16} aria-hidden="true" />
              {t('library.pins.delete')}
            </Button>
          </span>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button
            look="main"
            isDisabled={!isChanged || isBusy}
            onClick={() => void run(() => actions.updatePin(pin, edit))}
          >
            {t('library.save')}
          </Button>
        </>
      }
    >
      <div class="pin-dialog">
        <div class="pin-dialog-side">
          {pin.imageUrl ? (
            <img src={pin.imageUrl} alt={pin.altText} referrerpolicy="no-referrer" />
          ) : (
            <span class="pin-dialog-bare" />
          )}
          {pin.createdAtMs !== undefined && (
            <p class="quiet small">{t('library.pins.savedOn', dates.day(pin.createdAtMs))}</p>
          )}
          <a class="link-button" href={`https://www.pinterest.com/pin/${pin.id}/`} target="_blank" rel="noreferrer">
            <ExternalLink size={16} aria-hidden="true" />
            {t('library.pins.open')}
          </a>
          <a class="link-button" href={`#analytics/${pin.id}`}>
            <ChartLine size={16} aria-hidden="true" />
            {t('library.pins.figures')}
          </a>
        </div>
        <div class="library-form">
          {problem && (
            <div role="alert">
              <Notice tone="error">{problem}</Notice>
            </div>
          )}
          <TextFields texts={texts} onChange={setTexts} />
          <PlaceFields boards={model.boards.items} sectionsOf={actions.sectionsOf} place={place} onChange={setPlace} />
        </div>
      </div>
    </Dialog>
  );
}

function placeOf({ boardId = '', sectionId }: LibraryPin): Place {
  return { boardId, ...(sectionId && { sectionId }) };
}

/** Only what differs: Pinterest leaves the rest as it is. */
function changesOf(pin: LibraryPin, texts: PinTexts, place: Place) {
  const edit: PinEdit = {
    ...(texts.title !== pin.title && { title: texts.title }),
    ...(texts.description !== pin.description && { description: texts.description }),
    ...(texts.altText !== pin.altText && { altText: texts.altText }),
    ...(texts.link !== pin.link && { link: texts.link.trim() }),
    ...(place.boardId !== (pin.boardId ?? '') && { boardId: place.boardId, sectionId: place.sectionId ?? null }),
    ...(place.boardId === (pin.boardId ?? '') &&
      place.sectionId !== pin.sectionId && { sectionId: place.sectionId ?? null }),
  };
  return edit;
}
