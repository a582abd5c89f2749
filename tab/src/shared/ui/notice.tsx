import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  title: string;
  hint: string;
  /** Whether to say it aloud as soon as it is there. */
  urgent?: boolean;
  /** What to do about it. */
  children?: ReactNode;
}

/** Says why there is nothing to see, and what to do. */
export function Notice({ title, hint, urgent = false, children }: NoticeProps) {
  return (
    <div className={styles.notice} role={urgent ? 'alert' : undefined}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
