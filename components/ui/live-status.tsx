/** Announces its text when it changes; has to be in the page before it speaks, since a region added with its text is silent. */
export function LiveStatus({ text }: { text: string }) {
  return (
    <div role="status" class="status">
      {text}
    </div>
  );
}
