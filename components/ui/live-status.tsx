/** Announces its text when it changes; always in the page, since a region added with its text stays silent. */
export function LiveStatus({ text, isUnseen = false }: { text: string; isUnseen?: boolean }) {
  return (
    <div role="status" class={isUnseen ? 'unseen' : 'status'}>
      {text}
    </div>
  );
}
