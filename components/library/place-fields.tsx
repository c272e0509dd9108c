import { useEffect, useState } from 'preact/hooks';
import type { LibraryBoard } from '../../lib/messages/library-views.ts';
import type { SectionView } from '../../lib/messages/views.ts';
import { Select } from '../ui/select.tsx';
import { useWords } from '../ui/words.tsx';
import type { Place } from './model.ts';
import './place-fields.css';

interface PlaceFieldsProps {
  readonly boards: readonly LibraryBoard[];
  readonly sectionsOf: (boardId: string) => Promise<readonly SectionView[]>;
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** A board, and a section of it where it has some. */
export function PlaceFields({ boards, sectionsOf, place, onChange }: PlaceFieldsProps) {
  const t = useWords();
  const [sections, setSections] = useState<readonly SectionView[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setSections([]);
    if (place.boardId) {
      void sectionsOf(place.boardId).then((found) => {
        if (isCurrent) setSections(found);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [place.boardId, sectionsOf]);
  const isKnown = boards.some(({ id }) => id === place.boardId);
  return (
    <div class="place-fields">
      <Select label={t('library.field.board')} value={place.boardId} onChange={(boardId) => onChange({ boardId })}>
        {!isKnown && <option value={place.boardId}>{t('library.field.otherBoard')}</option>}
        {boards.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('library.field.section')}
        value={place.sectionId ?? ''}
        isDisabled={sections.length === 0}
        onChange={(sectionId) => onChange({ boardId: place.boardId, ...(sectionId && { sectionId }) })}
      >
        <option value="">{t('library.field.noSection')}</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
