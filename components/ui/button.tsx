import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './button.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'onClick' | 'class' | 'disabled'> {
  readonly look?: 'main' | 'plain' | 'text' | 'chip';
  /** Stays reachable by keyboard and says why it does nothing, so it is never `disabled`. */
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button with words on it. */
export function Button({ look = 'plain', isDisabled = false, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      class={`button ${look}`}
      aria-disabled={isDisabled ? 'true' : undefined}
      onClick={() => !isDisabled && onClick()}
    >
      {children}
    </button>
  );
}
