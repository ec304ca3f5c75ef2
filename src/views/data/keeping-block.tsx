import { useSession, type Keeping } from '../../queries/session.ts';
import { count, day, megabytes } from '../../sentences/format.ts';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { KeepingAge } from './keeping-age.tsx';

const elsewhere =
  'Another tab of this page is the one that may change what is kept; here it can be read. When that tab is closed, this one can take its place.';

const takeOverWords =
  'The other tab of this page was closed. If you take over, what is kept can be changed here, and is read again first.';

const answerOf = ({ isKept, isShown, savedAt, staleDays }: Keeping): string => {
  if (!isKept) return 'In memory only: it is gone when this page closes';
  if (savedAt === null) return 'Something is kept on this computer that cannot be read';
  if (staleDays !== null) return `Kept data was not opened for ${count(staleDays)} days: renew or erase it`;
  const since = day(savedAt.slice(0, 10));
  return isShown
    ? `Kept on this computer since ${since}`
    : `In memory only; an earlier import is kept since ${since}`;
};

const definitionOf = ({
  isKept,
  bytes,
  isShown,
  isPersistent,
  isElsewhere,
  canTakeOver,
}: Keeping): string => {
  if (canTakeOver) return takeOverWords;
  if (isElsewhere) return elsewhere;
  if (!isKept)
    return 'If you keep it, it is written into this browser’s own storage on this computer, and opened from there next time.';
  const size =
    bytes > 0
      ? `${megabytes(bytes)} in this browser’s own storage, checked by its sums at every start. `
      : '';
  const refused =
    isShown && isPersistent === false
      ? ' The browser did not promise to keep it: it may remove it when space runs short, so keep your files.'
      : '';
  return `${size}Nobody else can read it through this page; anyone who uses this browser profile can.${refused}`;
};

/** Where does my data live, and how do I get rid of it? */
export function KeepingBlock() {
  const { keeping, keep, erase, renew, takeOver, work, data } = useSession();
  const mayChange = !keeping.isElsewhere;
  return (
    <Block
      span={5}
      question="Where does the data live?"
      answer={answerOf(keeping)}
      definition={definitionOf(keeping)}
      foot={
        <>
          {keeping.canTakeOver && (
            <Button variant="link" onPress={takeOver} disabled={work !== null}>
              Take over
            </Button>
          )}
          {keeping.staleDays !== null && (
            <Button variant="link" onPress={renew} disabled={work !== null}>
              Renew and open it
            </Button>
          )}
          {mayChange && data !== null && !keeping.isShown && (
            <Button variant="link" onPress={keep} disabled={work !== null}>
              {keeping.isKept ? 'Keep this instead' : 'Keep it on this computer'}
            </Button>
          )}
          {mayChange && keeping.isKept && (
            <Button variant="link" onPress={erase} disabled={work !== null}>
              Erase what is kept
            </Button>
          )}
        </>
      }
    >
      {mayChange && keeping.isShown && <KeepingAge />}
    </Block>
  );
}
