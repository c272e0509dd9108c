/** A section of a board, as the picker shows it. */
export interface Section {
  readonly id: string;
  readonly name: string;
}

/** A board that pins can be saved to, as the picker shows it. */
export interface Board {
  readonly id: string;
  readonly name: string;
  readonly isSecret: boolean;
  readonly pinCount?: number;
  readonly coverUrl?: string;
  /** Absent until the board's sections were read; Pinterest lists them per board only. */
  readonly sections?: readonly Section[];
}

/** A board or section that a search found; `ranges` are pairs [start, end) into its label, for highlighting. */
export interface BoardMatch {
  readonly board: Board;
  readonly section?: Section;
  readonly ranges: readonly number[];
}

/** Finds boards and sections for what was typed, best first. */
export type BoardSearch = (query: string) => readonly BoardMatch[];
