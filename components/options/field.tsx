import { useId } from 'preact/hooks';
import './field.css';

type Props = {
  label: string;
  value: string;
  onInput?: (value: string) => void;
  isReadOnly?: boolean;
  isSecret?: boolean;
  inputMode?: 'numeric' | 'url';
};

/** One line of a form: addresses and keys, so always left to right. */
export function Field({ label, value, onInput, isReadOnly = false, isSecret = false, inputMode }: Props) {
  const shared = {
    dir: 'ltr',
    value,
    readOnly: isReadOnly,
    inputMode,
    autocomplete: 'off',
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onInput?.(currentTarget.value),
    onFocus: ({ currentTarget }: { currentTarget: HTMLInputElement }) => isReadOnly && currentTarget.select(),
  } as const;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isSecret ? <input id={id} type="password" {...shared} /> : <input id={id} type="text" {...shared} />}
    </div>
  );
}
