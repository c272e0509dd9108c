import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../ui/words.tsx';
import './practice-menu.css';

type Props = { at: { xPx: number; yPx: number }; board: string; onChoose: () => void; onClose: () => void };

/** The image menu as the browser will show it, in small. */
export function PracticeMenu({ at, board, onChoose, onClose }: Props) {
  const words = useWords();
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => item.current?.focus(), []);
  return (
    <div
      class="practice-menu"
      role="menu"
      aria-label={words('menu.saveImage')}
      style={{ insetBlockStart: `${at.yPx}px`, left: `min(${at.xPx}px, 100% - 216px)` }}
      onKeyDown={({ key }) => (key === 'Escape' || key === 'Tab') && onClose()}
      onFocusOut={({ relatedTarget, currentTarget }) =>
        !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) && onClose()
      }
    >
      <span aria-hidden="true">{words('menu.saveImage')}</span>
      <button type="button" role="menuitem" ref={item} onClick={onChoose}>
        {board}
      </button>
    </div>
  );
}
