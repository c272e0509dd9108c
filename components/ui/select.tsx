import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './select.css';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  /** The `option` elements. */
  readonly children: ComponentChildren;
}

/** A labelled choice of one among many, by the browser's own list. */
export function Select({ label, value, onChange, isDisabled = false, children }: SelectProps) {
  const id = useId();
  return (
    <div class="select">
      <label for={id}>{label}</label>
      <select id={id} value={value} disabled={isDisabled} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
