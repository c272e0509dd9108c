import { useId } from 'preact/hooks';
import { cut } from './cut.ts';
import './text-field.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Most units that Pinterest takes; typing and pasting stop there, between two characters. */
  readonly most: number;
  readonly onInput: (text: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  readonly isReadOnly?: boolean;
  readonly inputMode?: 'text' | 'url';
}

/** A labelled text with a counter. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    most,
    onInput,
    hint,
    placeholder,
    isLong = false,
    isReadOnly = false,
    inputMode = 'text',
  } = props;
  const id = useId();
  const keep = (field: HTMLInputElement | HTMLTextAreaElement) => {
    const text = cut(field.value, most);
    if (text !== field.value) field.value = text;
    onInput(text);
  };
  const shared = {
    id,
    value,
    placeholder,
    readOnly: isReadOnly,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    // A half-composed character (Japanese, Chinese, Korean) is longer than what it becomes: cut when it is done.
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      event.isComposing ? onInput(event.currentTarget.value) : keep(event.currentTarget),
    onCompositionEnd: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => keep(event.currentTarget),
  };
  return (
    <div>
      <div class={`text-field ${isReadOnly ? 'read-only' : ''}`}>
        <label for={id}>{label}</label>
        <span class={`count ${value.length >= most ? 'full' : ''}`} aria-hidden="true">
          {value.length}/{most}
        </span>
        {isLong ? (
          <textarea {...shared} dir="auto" rows={2} />
        ) : (
          <input {...shared} type="text" inputMode={inputMode} dir="auto" />
        )}
      </div>
      {hint && (
        <p class="text-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
