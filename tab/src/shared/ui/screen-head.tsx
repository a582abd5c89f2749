import styles from './screen-head.module.css';

/** The heading of a screen, with a line on how things are. */
export function ScreenHead({ title, line }: { title: string; line?: string }) {
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      {line !== undefined && <p className={styles.line}>{line}</p>}
    </div>
  );
}
