import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { between, type Frame, middleOf, move, resize } from './cut-frame.ts';
import type { Shot } from './model.ts';

interface CutterProps {
  readonly shot: Shot;
  readonly onCut: (frame: Frame) => void;
  readonly onCancel: () => void;
}

const stepPx = 20;
/** A shorter drag is a click that slipped. */
const leastDragPx = 8;

/** What the tab shows, with a frame over the part to be cut out: drawn by a pointer, or moved by arrow keys. */
export function Cutter({ shot, onCut, onCancel }: CutterProps) {
  const t = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const begun = useRef<{ xPx: number; yPx: number } | undefined>(undefined);
  const [frame, setFrame] = useState(() => middleOf(shot));
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const pointOf = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      xPx: ((event.clientX - box.x) / box.width) * shot.widthPx,
      yPx: ((event.clientY - box.y) / box.height) * shot.heightPx,
    };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = begun.current;
    if (!from) return;
    const to = pointOf(event);
    const farPx = Math.max(Math.abs(to.xPx - from.xPx), Math.abs(to.yPx - from.yPx));
    if (farPx >= leastDragPx) setFrame(between(from, to, shot));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-stepPx, 0],
      ArrowRight: [stepPx, 0],
      ArrowUp: [0, -stepPx],
      ArrowDown: [0, stepPx],
    };
    const step = steps[event.key];
    if (event.key === 'Enter') onCut(frame);
    else if (step) setFrame((event.shiftKey ? resize : move)(frame, ...step, shot));
    else return;
    event.preventDefault();
  };

  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    <dialog
      ref={dialog}
      class="cutter"
      aria-label={t('popup.cut.title')}
      aria-describedby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <p id={id}>{t('popup.cut.hint')}</p>
      <div
        ref={stage}
        class="cutter-stage"
        // Pixels of a picture have no reading direction.
        dir="ltr"
        onPointerDown={(event) => {
          begun.current = pointOf(event);
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          begun.current = undefined;
        }}
      >
        <img src={shot.url} alt="" draggable={false} />
        <div
          class="cutter-frame"
          role="application"
          aria-label={t('popup.cut.frame')}
          aria-describedby={id}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move it
          tabIndex={0}
          onKeyDown={onKeyDown}
          style={{
            left: percent(frame.xPx, shot.widthPx),
            top: percent(frame.yPx, shot.heightPx),
            width: percent(frame.widthPx, shot.widthPx),
            height: percent(frame.heightPx, shot.heightPx),
          }}
        />
      </div>
      <footer>
        <span class="cutter-size" dir="ltr" aria-live="polite">
          {frame.widthPx} × {frame.heightPx}
        </span>
        <Button look="text" onClick={onCancel}>
          {t('popup.cancel')}
        </Button>
        <Button look="main" onClick={() => onCut(frame)}>
          {t('popup.cut.use')}
        </Button>
      </footer>
    </dialog>
  );
}
