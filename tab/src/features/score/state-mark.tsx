import type { Task } from './list-order.ts';
import styles from './state-mark.module.css';
import { useSay } from './texts.ts';

/** How far a sheet is. */
export function StateMark({ state }: Pick<Task, 'state'>) {
  const say = useSay();
  return (
    <span className={styles.mark} data-state={state}>
      {say(`score.state.${state}`)}
    </span>
  );
}
