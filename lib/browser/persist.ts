/** Asks the browser, once, not to clear what waits to be saved when it runs short of space. Windows only may ask. */
export async function keepStorage(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
