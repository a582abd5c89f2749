import { Button } from '@fluentui/react-components';
import type { Judging } from '../../../../bot/http/contract/judging.ts';
import { recentText } from '../../shared/language/dates.ts';
import { listText } from '../../shared/language/list-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { isTooLong } from './desk/content.ts';
import type { DeskSheet } from './desk/desk-sheet.ts';
import { isChanged } from './desk/desk-sheet.ts';
import { refusalText } from './refusal-text.ts';
import styles from './sheet-foot.module.css';
import { useSay } from './texts.ts';

interface SheetFootProps {
  sheet: DeskSheet;
  missing: Judging['round']['criteria'];
  putBack: () => void;
}

/** What is missing, where what was filled in is, and handing in. */
export function SheetFoot({ sheet, missing, putBack }: SheetFootProps) {
  const say = useSay();
  const { language } = useSpeech();
  const { known, keeping, content } = sheet;
  const wasHandedIn = known.sheet?.status === 'handed-in';
  const changed = isChanged(sheet);
  const handingIn = keeping.kind === 'sending' && keeping.wish === 'hand-in';
  const names = listText(
    language,
    missing.map(({ name }) => name),
  );
  if (wasHandedIn && !changed && !handingIn) return <div className={styles.none} role="status" />;
  return (
    <div className={styles.foot}>
      <div className={styles.lines}>
        <p className={styles.missing}>
          {missing.length > 0 ? say('sheet.missingSome', { criteria: names }) : say('sheet.complete')}
        </p>
        <KeepingLine sheet={sheet} />
      </div>
      <div className={styles.acts}>
        {wasHandedIn && (
          <Button onClick={putBack} disabledFocusable={handingIn}>
            {say('sheet.putBack')}
          </Button>
        )}
        <Button type="submit" appearance="primary" disabledFocusable={handingIn || isTooLong(content)}>
          {say(wasHandedIn ? 'sheet.handInAgain' : 'sheet.handIn')}
        </Button>
      </div>
    </div>
  );
}

/** What goes wrong is said aloud; that all goes well is there to be seen. */
function KeepingLine({ sheet }: { sheet: DeskSheet }) {
  const trouble = useTrouble(sheet);
  const going = useGoing(sheet);
  return (
    <>
      <p className={styles.trouble} role="status">
        {trouble}
      </p>
      {trouble === undefined && <p className={styles.keeping}>{going}</p>}
    </>
  );
}

function useTrouble({ keeping, content }: DeskSheet): string | undefined {
  const say = useSay();
  if (isTooLong(content)) return say('keeping.tooLong');
  switch (keeping.kind) {
    case 'failed':
      return say(keeping.wish === 'save' ? 'keeping.saveFailed' : 'keeping.handInFailed');
    case 'refused': {
      const key = refusalText(keeping.code);
      return `${key === undefined ? '' : say(key)} ${say('keeping.refused')}`.trim();
    }
    case 'still':
    case 'waiting':
    case 'sending':
      return undefined;
    default:
      return keeping satisfies never;
  }
}

function useGoing(sheet: DeskSheet): string {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { keeping, known } = sheet;
  if (keeping.kind === 'sending') {
    return say(keeping.wish === 'hand-in' ? 'keeping.handingIn' : 'keeping.sending');
  }
  if (known.sheet === undefined) return say('keeping.new');
  if (known.sheet.status === 'handed-in') return say('sheet.changing');
  if (isChanged(sheet)) return say('keeping.sending');
  return say('keeping.saved', { moment: recentText(language, known.sheet.updatedAt, zone, new Date()) });
}
