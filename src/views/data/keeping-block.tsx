import { useSession, type Keeping } from '../../queries/session.ts';
import { day, megabytes } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';

const elsewhere =
  'Another tab of this page is the one that may change what is kept. Close it, then try again.';

const answerOf = ({ isKept, isShown, savedAt }: Keeping): string => {
  if (!isKept) return 'In memory only: it is gone when this page closes';
  if (savedAt === null) return 'Something is kept on this computer that cannot be read';
  const since = day(savedAt.slice(0, 10));
  return isShown
    ? `Kept on this computer since ${since}`
    : `In memory only; an earlier import is kept since ${since}`;
};

/** Where does my data live, and how do I get rid of it? */
export function KeepingBlock() {
  const { keeping, keep, erase, work, data } = useSession();
  const answer = answerOf(keeping);
  const definition = keeping.isKept
    ? `${keeping.bytes > 0 ? `${megabytes(keeping.bytes)} in this browser’s own storage, checked by its sums at every start. ` : ''}Nobody else can read it through this page; anyone who uses this browser profile can.`
    : 'If you keep it, it is written into this browser’s own storage on this computer, and opened from there next time.';
  return (
    <Block
      span={5}
      question="Where does the data live?"
      answer={answer}
      definition={keeping.isElsewhere ? elsewhere : definition}
      foot={
        <>
          {data !== null && !keeping.isShown && (
            <Button variant="link" onPress={keep} disabled={work !== null}>
              {keeping.isKept ? 'Keep this instead' : 'Keep it on this computer'}
            </Button>
          )}
          {keeping.isKept && (
            <Button variant="link" onPress={erase} disabled={work !== null}>
              Erase what is kept
            </Button>
          )}
        </>
      }
    />
  );
}
