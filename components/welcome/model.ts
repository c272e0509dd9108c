/** All that Welcome shows. */
export type WelcomeModel = {
  /** Keys of quick pin and of the popup; empty where the browser set none. */
  keys: { quickPin: string; popup: string };
  /** Whether the button is in the toolbar; undefined where the browser does not tell. */
  isOnToolbar: boolean | undefined;
  isFirefox: boolean;
  hover: 'off' | 'on' | 'refused';
  isConnected: boolean;
  /** The picture to practise on. */
  pictureUrl: string;
};

export type WelcomeActions = {
  turnHoverOn(): void;
  turnHoverOff(): void;
  openOptions(): void;
};
