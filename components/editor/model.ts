import type { EditableSave, Texts } from '../../lib/messages/editing.ts';
import type { BoardView } from '../../lib/messages/views.ts';

/** All that the editor shows. */
export interface EditorModel {
  /** Undefined while it is asked for; null when the save is not known any more. */
  readonly save: EditableSave | null | undefined;
  readonly texts: Texts;
  /** The boards to choose from; none while they are not known, or the save cannot go elsewhere any more. */
  readonly boards: readonly BoardView[];
  /** The board that is chosen. */
  readonly boardId?: string;
  readonly isBusy: boolean;
  /** What came of the last press. */
  readonly outcome?: { readonly tone: 'info' | 'error'; readonly text: string };
  /** Pinterest does not let this app change pins: offers a new pin in the place of the old one. */
  readonly mayReplace: boolean;
}

export interface EditorActions {
  change(texts: Partial<Texts>): void;
  chooseBoard(boardId: string): void;
  /** Opens the page that the picture needs. */
  openPage(): void;
  keep(): void;
  replace(): void;
  /** Asks the browser for the right to the picture's host. */
  allow(): void;
}
