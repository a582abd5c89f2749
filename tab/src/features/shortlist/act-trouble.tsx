import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import styles from './forms.module.css';
import { useHistoryText } from './history-text.ts';
import { askHistory } from './questions.ts';
import { useRefusalText } from './refusal-text.ts';
import { useSay } from './texts.ts';
import type { CutAct } from './use-cut-act.ts';

/** Why an act was not done, said aloud; what was typed stays. */
export function ActTrouble({ act, cut }: { act: CutAct; cut: Cut }) {
  const refusal = useRefusalText();
  if (act.error !== undefined)
    return (
      <p className={styles.trouble} role="alert">
        {refusal(act.error)}
      </p>
    );
  return act.isChanged ? <Meanwhile cut={cut} /> : null;
}

function Meanwhile({ cut }: { cut: Cut }) {
  const say = useSay();
  const query = useQuery(askHistory(useApi(), cut, cut.revision));
  const textOf = useHistoryText(cut);
  const last = query.data?.lines.at(-1);
  return (
    <p className={styles.trouble} role="alert">
      {say('act.changed')} {last !== undefined && textOf(last)}
    </p>
  );
}
