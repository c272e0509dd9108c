import { useId } from 'preact/hooks';
import type { Place } from '../../lib/settings/places.ts';
import { keyOf } from './place-key.ts';
import './field.css';

type Props = {
  label: string;
  boards: readonly Place[];
  value: Place | undefined;
  /** What no choice is called. */
  none: string;
  onChange: (place: Place | undefined) => void;
};

/** Chooses a board or a section. One that was chosen before stays, though Pinterest was not asked for it yet. */
export function PlaceSelect({ label, boards, value, none, onChange }: Props) {
  const id = useId();
  const isListed = value && boards.some((board) => keyOf(board) === keyOf(value));
  const listed = value && !isListed ? [value, ...boards] : boards;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ? keyOf(value) : ''}
        onChange={({ currentTarget }) => onChange(listed.find((board) => keyOf(board) === currentTarget.value))}
      >
        <option value="">{none}</option>
        {listed.map((board) => (
          <option key={keyOf(board)} value={keyOf(board)}>
            {board.label}
          </option>
        ))}
      </select>
    </div>
  );
}
