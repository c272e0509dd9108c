import { useEffect, useRef } from 'preact/hooks';
import { watchPresses } from './press.ts';

/**
 * Guards a button that stands in somebody else's page: see {@link watchPresses}.
 *
 * @returns a ref for the button, and a wrapper for its handler
 */
export function usePressGuard() {
  const button = useRef<HTMLButtonElement>(null);
  const presses = useRef<ReturnType<typeof watchPresses>>(undefined);

  useEffect(() => {
    if (!button.current) return;
    const watched = watchPresses(button.current);
    presses.current = watched;
    return watched.stop;
  }, []);

  const guard = (act: () => void) => (event: Event) => {
    if (presses.current?.isMeant(event)) act();
  };
  return { button, guard };
}
