import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './notice.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'error';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Buttons: what to do about it. */
  readonly actions?: ComponentChildren;
}

const iconOf = { info: 'info', warn: 'triangleAlert', error: 'circleAlert' } as const;

/** Something worth knowing, with what can be done about it. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={iconOf[tone]} sizePx={18} />
      {title && <p class="title">{title}</p>}
      {children && <p class="text">{children}</p>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
