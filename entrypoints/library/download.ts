/** Hands the person a file that this page made. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file's bytes over by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
