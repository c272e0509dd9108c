import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './button.css';

interface IconButtonProps extends Omit<ButtonHTMLAttributes, 'onClick' | 'class' | 'title'> {
  /** What it does; read aloud, and shown on hover. */
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that is only an icon. */
export function IconButton({ label, onClick, children, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" class="icon-button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
