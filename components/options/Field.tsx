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
  return (
    <label class="field">
      <span>{label}</span>
      {isSecret ? <input type="password" {...shared} /> : <input type="text" {...shared} />}
    </label>
  );
}
