import { useSay } from '../shared/language/speech.ts';
import type { LiveState } from '../shared/live/follow-events.ts';
import styles from './live-mark.module.css';

/** Whether what stands here updates by itself. */
export function LiveMark({ state }: { state: LiveState }) {
  const say = useSay();
  const hint = state === 'live' ? say('live.liveHint') : undefined;
  return (
    <p className={styles.mark} role="status" data-state={state} title={hint}>
      {state !== 'connecting' && (
        <>
          <span className={styles.dot} aria-hidden="true" />
          {say(state === 'live' ? 'live.live' : 'live.reconnecting')}
        </>
      )}
    </p>
  );
}
