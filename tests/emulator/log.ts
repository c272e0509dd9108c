/** One request as it came, and what became of it. */
export interface LogEntry {
  readonly seq: number;
  /** Server time of arrival, milliseconds since the epoch. */
  readonly atMs: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  /** Parsed JSON or form; long base64 is cut to its first 64 characters. Null when there was none. */
  body: unknown;
  bodyBytes: number;
  /** What the server answered; null when the connection was dropped instead. */
  status: number | null;
  /** What the server did, even when the answer never left; null when it did nothing. */
  handledStatus: number | null;
  responseType: string | null;
  responseHeaders: Record<string, string>;
  responseBody: unknown;
  durationMs: number | null;
  /** Ids of the faults that took part. */
  faults: string[];
}

/** Every request in order. */
export class RequestLog {
  readonly entries: LogEntry[] = [];
  #seq = 0;

  open(entry: Pick<LogEntry, 'atMs' | 'method' | 'host' | 'path' | 'query' | 'headers'>): LogEntry {
    this.#seq += 1;
    const opened: LogEntry = {
      ...entry,
      seq: this.#seq,
      body: null,
      bodyBytes: 0,
      status: null,
      handledStatus: null,
      responseType: null,
      responseHeaders: {},
      responseBody: null,
      durationMs: null,
      faults: [],
    };
    this.entries.push(opened);
    return opened;
  }

  /** The entries of one method and of paths that match. */
  find(method: string, path: string | RegExp): LogEntry[] {
    return this.entries.filter(
      (entry) => entry.method === method && (typeof path === 'string' ? entry.path === path : path.test(entry.path)),
    );
  }

  clear(): void {
    this.entries.length = 0;
  }
}

/** A body as the log keeps it: parsed, with long base64 data cut short so that a thousand saves fit in memory. */
export function readableBody(bytes: Uint8Array, contentType: string): unknown {
  if (bytes.length === 0) return null;
  const text = new TextDecoder().decode(bytes);
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!contentType.includes('json')) return `${contentType || 'untyped'}, ${bytes.length} bytes`;
  try {
    return JSON.parse(text, (key, value: unknown) =>
      (key === 'data' || key === 'cover_image_data') && typeof value === 'string' ? value.slice(0, 64) : value,
    );
  } catch {
    return text.slice(0, 10_000);
  }
}
