import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';

/** Pinterest has ended the sign-in: the way to another one. */
export function SignedOut({ onSignIn }: { onSignIn: () => void }) {
  const t = useWords();
  return (
    <Notice
      tone="warn"
      title={t('library.signedOut.title')}
      actions={
        <Button look="text" onClick={onSignIn}>
          {t('library.signedOut.signIn')}
        </Button>
      }
    >
      {t('library.signedOut.text')}
    </Notice>
  );
}
