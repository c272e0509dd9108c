import type { Credentials } from '../../lib/messages/protocol.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import type { HoverSites } from '../../lib/settings/hover-sites.ts';
import type { Place, Places } from '../../lib/settings/places.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** What the person is typing into the connection's form; the secret leaves it only for the worker. */
export type ConnectionForm = {
  kind: Credentials['kind'];
  environment: 'production' | 'sandbox';
  appId: string;
  appSecret: string;
  relayUrl: string;
};

export type Shortcut = { name: string; description: string; keys: string };

/** A section of the page that has something to say about what was just done in it. */
export type Speaker = 'check' | 'boards' | 'hover' | 'data';
export type Said = { by: Speaker; tone: 'info' | 'error'; text: string };

/** All that Options shows. */
export type OptionsModel = {
  account: AccountView | undefined;
  form: ConnectionForm;
  /** This build's redirect addresses, to be registered with Pinterest; they differ by connection. */
  redirectUris: { ownApp: string; relay: string };

  pasteRedirectUri: string;
  /** A sign-in by pasting has begun, and its address is waited for. */
  isPasting: boolean;
  isConnecting: boolean;
  /** Sentence about the last attempt to connect. */
  problem: string | undefined;
  /** Saves that wait; *Disconnect* asks what to do with them. */
  waitingCount: number;
  isAskingAboutWaiting: boolean;
  isChecking: boolean;
  settings: Settings;
  /** Boards, and sections as far as they are known, by name. */
  boards: readonly Place[];
  places: Places;
  hover: HoverSites;
  shortcuts: Shortcut[];
  said: Said | undefined;
};

export type OptionsActions = {
  changeForm(change: Partial<ConnectionForm>): void;
  connect(): void;
  startPaste(): void;
  finishPaste(address: string): void;
  /** Asks first when saves wait; `discardWaiting` is the answer. */
  disconnect(discardWaiting?: boolean): void;
  keepConnection(): void;
  /** Makes one pin on a board, and deletes it. */
  checkSaving(board: Place): void;
  /** Turning secret boards on asks Pinterest for more, in a new sign-in. */
  setSecretBoards(isOn: boolean): void;
  changeSettings(change: Partial<Settings>): void;
  /** Videos need the right to send files to Pinterest's upload server, which the browser asks for. */
  setVideoPins(isOn: boolean): void;
  changePlaces(change: Partial<Places>): void;
  /** Where saves from a site start; the site as it was typed. */
  addSiteBoard(site: string, place: Place): void;
  /** A site as it was typed, or all of them. */
  addHover(site: string): void;
  addHoverEverywhere(): void;
  dropHover(site: string | 'everywhere'): void;
  copy(text: string): void;
  openShortcuts(): void;
  exportSettings(): void;
  importSettings(text: string): void;
  clearHistory(): void;
  deleteEverything(): void;
};
