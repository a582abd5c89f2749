import type { DeskSheet } from './desk/desk-sheet.ts';
import { isChanged } from './desk/desk-sheet.ts';
import styles from './sheet-notice.module.css';
import { useSay } from './texts.ts';

/** The same sheet was changed on the card, or on another device. */
export function SheetNotice({ sheet, load }: { sheet: DeskSheet; load: () => void }) {
  const say = useSay();
  const { newer, merged } = sheet;
  return (
    <div role="status">
      {newer !== undefined ? (
        <div className={styles.notice}>
          <p>{say('keeping.newer')}</p>
          <button type="button" onClick={load}>
            {say(isChanged(sheet) ? 'keeping.bringTogether' : 'keeping.load')}
          </button>
        </div>
      ) : (
        merged && (
          <div className={styles.notice}>
            <p>{say('keeping.merged')}</p>
          </div>
        )
      )}
    </div>
  );
}
