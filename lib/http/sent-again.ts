/**
 * Tells of requests that the browser itself sent more than once. When a connection that was used before dies without an
 * answer, Chromium sends the request again on another one, a POST too, and `fetch` shows nothing of it
 * (`HttpNetworkTransaction::ShouldResendRequest`). What shows it is Resource Timing: the times are those of the last
 * attempt, so a request that was sent again seems to have waited before it began.
 */
export interface SentAgain {
  /** A request's address, made one of a kind by a fragment: that is not sent, and Resource Timing keeps it. */
  name(url: string): string;
  /** Whether the request of that name, answered by now, was sent more than once. */
  was(name: string): boolean;
}

/**
 * A request begins within a few milliseconds, also on a busy computer; one that was sent again has travelled to
 * Pinterest and died before that. Taking a slow start for it costs a few readings of a board.
 */
const longestStartMs = 30;

/** Watches the requests of this worker from now on. */
export function watchSentAgain(): SentAgain {
  let count = 0;
  const found = new Set<string>();
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      if (entry.name.includes('#') && startMs(entry as PerformanceResourceTiming) > longestStartMs)
        found.add(entry.name);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource' });
  return {
    name: (url) => `${url}#${++count}`,
    was(name) {
      note(observer.takeRecords());
      return found.delete(name);
    },
  };
}

/** How long a request waited before its connection was looked for or, where one was at hand, before it was sent. */
function startMs({ fetchStart, domainLookupStart, connectStart, requestStart }: PerformanceResourceTiming): number {
  return (connectStart > fetchStart ? domainLookupStart : requestStart) - fetchStart;
}
