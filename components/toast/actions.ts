/** What a toast's buttons ask for; `key` is the toast's. */
export type ToastActions = {
  onUndo(key: string): void;
  onRetry(key: string): void;
  /** Lets others see a picture that only the person sees. */
  onShare(key: string): void;
  onDiscard(key: string): void;
  onEdit(key: string): void;
  /** Shows the board that it was saved to. */
  onView(key: string): void;
  onNext(): void;
  onStop(): void;
  /** The toast has been there long enough, or was closed. */
  onLeave(key: string): void;
};
