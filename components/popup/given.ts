/** Pictures in what was pasted or dropped: files, else an address. Nothing when it is only text for a field. */
export function picturesIn(data: DataTransfer | null): (File | string)[] {
  if (!data) return [];
  const files = [...data.files].filter((file) => file.type.startsWith('image/'));
  if (files.length > 0) return files;
  const address = (data.getData('text/uri-list') || data.getData('text/plain')).split('\n')[0]?.trim() ?? '';
  return /^https?:\/\/\S+$/i.test(address) ? [address] : [];
}
