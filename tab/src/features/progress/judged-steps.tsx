import styles from './judged-steps.module.css';

/** One step a judge; only to look at, as the count stands beside it. */
export function JudgedSteps({ handedIn, judges }: { handedIn: number; judges: number }) {
  return (
    <div className={styles.steps} aria-hidden="true">
      {Array.from({ length: judges }, (_, index) => (
        <span key={index} className={`${styles.step} ${index < handedIn ? styles.done : ''}`} />
      ))}
    </div>
  );
}
