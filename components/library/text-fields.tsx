import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';

/** What a pin says, whether it is there or still waits to be saved. */
export interface PinTexts {
  readonly title: string;
  readonly description: string;
  readonly altText: string;
  readonly link: string;
}

/** The fields for what a pin says, no longer than Pinterest takes. */
export function TextFields({ texts, onChange }: { texts: PinTexts; onChange: (texts: PinTexts) => void }) {
  const t = useWords();
  const write = (field: keyof PinTexts) => (text: string) => onChange({ ...texts, [field]: text });
  return (
    <>
      <TextField label={t('library.field.title')} value={texts.title} most={100} onInput={write('title')} />
      <TextField
        label={t('library.field.description')}
        value={texts.description}
        most={800}
        isLong
        onInput={write('description')}
      />
      <TextField
        label={t('library.field.altText')}
        value={texts.altText}
        most={500}
        isLong
        hint={t('library.field.altHint')}
        onInput={write('altText')}
      />
      <TextField
        label={t('library.field.link')}
        value={texts.link}
        most={2048}
        inputMode="url"
        onInput={write('link')}
      />
    </>
  );
}
