import { useEffect, useRef } from 'preact/hooks';

const visibleForMs = 500;

/** What IntersectionObserver v2 adds; Firefox lacks it. */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Guards a button that stands in somebody else's page. The press counts only when the event came from the person
 * (`isTrusted`) and, where the browser can tell, the button had been wholly visible for half a second: an overlay
 * over it does not get a click by trickery.
 *
 * @returns a ref for the button, and a wrapper for its handler
 */
export function usePressGuard(now: () => number = () => performance.now()) {
  const button = useRef<HTMLButtonElement>(null);
  const visibleSinceMs = useRef<number | undefined>(undefined);
  const canTell = useRef(true);

  useEffect(() => {
    const element = button.current;
    if (!element) return;
    const options = { threshold: [1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1) as VisibilityEntry | undefined;
      if (entry?.isVisible === undefined) canTell.current = false;
      else if (!entry.isVisible) visibleSinceMs.current = undefined;
      else visibleSinceMs.current ??= now();
    }, options);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const guard = (act: () => void) => (event: Event) => {
    if (!event.isTrusted) return;
    const since = visibleSinceMs.current;
    if (canTell.current && (since === undefined || now() - since < visibleForMs)) return;
    act();
  };
  return { button, guard };
}
