interface LiveStatusProps {
  readonly text: string;
  /** Said after the text, in a line of its own. */
  readonly detail?: string | undefined;
}

/** Announces its text when it changes; has to be in the page before it speaks, since a region added with its text is silent. */
export function LiveStatus({ text, detail }: LiveStatusProps) {
  return (
    <div role="status" class="status">
      {text}
      {detail && <span>{detail}</span>}
    </div>
  );
}
