import { CircleAlert, Info, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import './notice.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'error';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Buttons: what to do about it. */
  readonly actions?: ComponentChildren;
}

const icons = { info: Info, warn: TriangleAlert, error: CircleAlert };

/** Something worth knowing, with what can be done about it. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div class={`notice ${tone}`}>
      <Icon size={18} />
      {title && <p class="title">{title}</p>}
      {children && <p class="text">{children}</p>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
