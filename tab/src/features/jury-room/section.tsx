import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './section.module.css';

/** A part of the screen, with its heading and what it tells. */
export function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <p className={styles.hint}>{hint}</p>
      {children}
    </section>
  );
}
