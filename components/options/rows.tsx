import { X } from 'lucide-preact';
import { IconButton } from '../ui/icon-button.tsx';
import { useWords } from '../ui/words.tsx';
import './rows.css';

type Row = { key: string; text: string; detail?: string };

/** A list of what the person chose, each with a way to take it out. */
export function Rows({ label, rows, onRemove }: { label: string; rows: Row[]; onRemove: (key: string) => void }) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <ul class="rows" aria-label={label}>
      {rows.map(({ key, text, detail }) => (
        <li key={key}>
          <span dir="auto">{text}</span>
          {detail && (
            <span class="detail" dir="auto">
              {detail}
            </span>
          )}
          <IconButton label={words('options.remove', text)} onClick={() => onRemove(key)}>
            <X size={18} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
