import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { useWords } from './words.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the main one last. */
  readonly actions: ComponentChildren;
}

/** A modal window within the page. The browser keeps the focus in it, and gives it back when it is closed. */
export function Dialog({ title, isWide = false, onClose, children, actions }: DialogProps) {
  const t = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${isWide ? 'is-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <IconButton label={t('library.close')} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      <div class="dialog-body">{children}</div>
      <footer>{actions}</footer>
    </dialog>
  );
}
