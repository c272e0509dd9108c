const visibleForMs = 500;

/** What IntersectionObserver v2 adds; Firefox lacks it. */
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Judges the presses of a button that stands in somebody else's page. One counts only when the event came from the
 * person (`isTrusted`) and, where the browser can tell, the button had been wholly visible for half a second: an
 * overlay over it does not get a click by trickery.
 */
export function watchPresses(button: Element, now: () => number = () => performance.now()) {
  let visibleSinceMs: number | undefined;
  let canTell = true;
  const options = { threshold: [1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as VisibilityEntry | undefined;
    if (entry?.isVisible === undefined) canTell = false;
    else if (!entry.isVisible) visibleSinceMs = undefined;
    else visibleSinceMs ??= now();
  }, options);
  observer.observe(button);
  return {
    isMeant(event: Event): boolean {
      if (!event.isTrusted) return false;
      return !canTell || (visibleSinceMs !== undefined && now() - visibleSinceMs >= visibleForMs);
    },
    stop: () => observer.disconnect(),
  };
}
