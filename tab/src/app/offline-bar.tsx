import { useSyncExternalStore } from 'react';
import { useSay } from '../shared/language/speech.ts';
import styles from './offline-bar.module.css';

/** Says that there is no network, and what still works; over the page, so that nothing on it moves. */
export function OfflineBar() {
  const say = useSay();
  const online = useSyncExternalStore(subscribe, () => window.navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className={styles.bar}>
          <strong>{say('offline.title')}</strong> {say('offline.hint')}
        </p>
      )}
    </div>
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
