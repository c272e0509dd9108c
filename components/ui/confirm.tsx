import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import './confirm.css';

interface ConfirmProps {
  /** What the first button says. */
  readonly ask: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onConfirm: () => void;
}

/** A button that asks once more, in its own place, before it does what cannot be undone. */
export function Confirm({ ask, question, yes, no, onConfirm }: ConfirmProps) {
  const [isAsking, setAsking] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (isAsking) group.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [isAsking]);
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{ask}</Button>;
  return (
    <fieldset
      class="confirm"
      ref={group}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <legend>{question}</legend>
      <Button
        look="main"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {yes}
      </Button>
      <Button onClick={() => setAsking(false)}>{no}</Button>
    </fieldset>
  );
}
