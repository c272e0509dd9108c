import { useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import { PracticeMenu } from './practice-menu.tsx';
import './practice.css';

type Point = { xPx: number; yPx: number };

/**
 * A picture to practise on. No extension can save from its own page, so the menu, the button and the toast are
 * rehearsed here, and it says so.
 */
export function Practice({ pictureUrl }: { pictureUrl: string }) {
  const words = useWords();
  const [menuAt, setMenuAt] = useState<Point>();
  const [saved, setSaved] = useState<'no' | 'yes' | 'undone'>('no');
  const button = useRef<HTMLButtonElement>(null);
  const board = words('welcome.practiceBoard');

  const closeMenu = () => {
    setMenuAt(undefined);
    button.current?.focus();
  };

  return (
    <section class="practice" aria-labelledby="practice-title">
      <h2 id="practice-title">{words('welcome.practice')}</h2>
      <p>{words('welcome.practiceLead')}</p>
      <figure
        onContextMenu={(event) => {
          event.preventDefault();
          const { left, top } = event.currentTarget.getBoundingClientRect();
          setMenuAt({ xPx: Math.max(8, event.clientX - left), yPx: Math.max(8, event.clientY - top) });
        }}
      >
        <img src={pictureUrl} alt={words('welcome.practicePicture')} width={360} height={480} />
        <button
          type="button"
          class="save-here"
          ref={button}
          aria-label={words('hover.save')}
          title={words('hover.save')}
          onClick={() => setSaved('yes')}
        >
          <Mark size={22} />
        </button>
        {menuAt && (
          <PracticeMenu
            at={menuAt}
            board={board}
            onClose={closeMenu}
            onChoose={() => {
              closeMenu();
              setSaved('yes');
            }}
          />
        )}
        <div class="practice-toast" role="status">
          {saved === 'yes' && (
            <>
              <img src={pictureUrl} alt="" />
              <b>{words('toast.saved', board)}</b>
              <Button look="text" onClick={() => setSaved('undone')}>
                {words('toast.undo')}
              </Button>
            </>
          )}
          {saved === 'undone' && <b>{words('welcome.practiceUndone')}</b>}
        </div>
      </figure>
      <p class="quiet">{words(saved === 'no' ? 'welcome.practiceNote' : 'welcome.practiceDone')}</p>
    </section>
  );
}
