/**
 * Tells of requests that the browser itself sent more than once. When a connection that was used before dies without an
 * answer, Chromium sends the request again on another one, a POST too, and `fetch` shows nothing of it
 * (`HttpNetworkTransaction::ShouldResendRequest`). What shows it is Resource Timing: the times are those of the last
 * attempt, so a request that was sent again seems to have waited before it began.
 */
export type SentAgain = (url: string, bodyBytes: number) => Sending;

/** One request that is watched. */
export interface Sending {
  /** The address to fetch: a fragment makes it one of a kind. It is not sent, and Resource Timing keeps it. */
  url: string;
  /**
   * Whether the request, answered by now, was sent more than once. When the browser tells nothing of it: whether it told
   * of others.
   */
  wasSentAgain(): Promise<boolean>;
  end(): void;
}

/**
 * A request begins within a few milliseconds, on a very busy computer after up to 160. One that was sent again, and done
 * the first time, has travelled to Pinterest and been worked on before that. Taking a slow start for it makes a copy of
 * the picture wait for half a minute, and *Undo* say so only then.
 */
const longestStartMs = 250;
/** A large body has to reach the browser's network process first; one that was done has been uploaded, which takes longer. */
const bodyBytesPerMs = 20_000;
/** The entry is there with the answer or, seldom and on a busy computer, some milliseconds later. */
const entryPatienceMs = 500;

/** Watches requests of this worker. */
export function watchSentAgain(): SentAgain {
  let count = 0;
  const waiting = new Map<string, (startMs: number) => void>();
  let hasTold = false;
  const note = (entries: PerformanceEntryList) => {
    hasTold ||= entries.length > 0;
    for (const entry of entries) waiting.get(entry.name)?.(startMs(entry as PerformanceResourceTiming));
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource' });
  return (address, bodyBytes) => {
    const url = `${address}#${++count}`;
    const began = Promise.withResolvers<number>();
    waiting.set(url, began.resolve);
    return {
      url,
      async wasSentAgain() {
        note(observer.takeRecords());
        const timer = setTimeout(() => began.resolve(hasTold ? Number.POSITIVE_INFINITY : 0), entryPatienceMs);
        const ms = await began.promise;
        clearTimeout(timer);
        return ms > longestStartMs + bodyBytes / bodyBytesPerMs;
      },
      end: () => void waiting.delete(url),
    };
  };
}

/** How long a request waited before its connection was looked for or, where one was at hand, before it was sent. */
function startMs({ fetchStart, domainLookupStart, connectStart, requestStart }: PerformanceResourceTiming): number {
  return (connectStart > fetchStart ? domainLookupStart : requestStart) - fetchStart;
}
