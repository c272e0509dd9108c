import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import type { PopupActions, PopupModel } from './model.ts';
import './header.css';

interface HeaderProps {
  readonly model: PopupModel;
  readonly actions: PopupActions;
}

/** Whose popup this is, which page it speaks of, and the ways out of it. */
export function Header({ model, actions }: HeaderProps) {
  const t = useWords();
  const { page, connection } = model;
  // Where the site says no, and where the browser lets no extension look, nothing is offered.
  const canCut =
    page.state === 'ready' || (page.state === 'unreadable' && page.reason !== 'browser' && page.reason !== 'store');
  return (
    <header class="header">
      <Mark size={22} />
      <h1>Tack</h1>
      <span class="where" dir="auto">
        {'title' in page ? page.title : ''}
      </span>
      {canCut && (
        <IconButton label={t('popup.cut.title')} onClick={actions.takeShot}>
          <Icon name="crop" sizePx={18} />
        </IconButton>
      )}
      {connection.state === 'connected' && (
        <IconButton label={t('popup.myPins')} onClick={actions.openPins}>
          <Icon name="images" sizePx={18} />
        </IconButton>
      )}
      <IconButton label={t('popup.options')} onClick={actions.openOptions}>
        <Icon name="settings" sizePx={18} />
      </IconButton>
    </header>
  );
}
