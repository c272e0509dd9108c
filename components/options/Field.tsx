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
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type={isSecret ? 'password' : 'text'}
        dir="ltr"
        value={value}
        readOnly={isReadOnly}
        inputMode={inputMode}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onInput?.(currentTarget.value)}
        onFocus={({ currentTarget }) => isReadOnly && currentTarget.select()}
      />
    </label>
  );
}
