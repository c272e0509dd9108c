import type { Credentials } from '../../lib/messages/protocol.ts';
import type { AccountView } from '../../lib/messages/views.ts';
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

/** All that Options shows. */
export type OptionsModel = {
  account: AccountView | undefined;
  form: ConnectionForm;
  /** This build's redirect addresses, to be registered with Pinterest; they differ by connection. */
  redirectUris: { ownApp: string; relay: string };
  isConnecting: boolean;
  /** Sentence about the last attempt to connect. */
  problem: string | undefined;
  /** Saves that wait; *Disconnect* asks what to do with them. */
  waitingCount: number;
  isAskingAboutWaiting: boolean;
  settings: Settings;
  shortcuts: Shortcut[];
};

export type OptionsActions = {
  changeForm(change: Partial<ConnectionForm>): void;
  connect(): void;
  /** Asks first when saves wait; `discardWaiting` is the answer. */
  disconnect(discardWaiting?: boolean): void;
  keepConnection(): void;
  changeSettings(change: Partial<Settings>): void;
  copyRedirectUri(uri: string): void;
  openShortcuts(): void;
};
