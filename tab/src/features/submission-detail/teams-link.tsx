import type { ReactNode } from 'react';
import { openLink } from '../../shared/host/open-link.ts';
import styles from './discussion.module.css';

/** A link to somewhere else in Teams, which Teams has to follow itself. */
export function TeamsLink({ link, children }: { link: string; children: ReactNode }) {
  return (
    <a
      className={styles.link}
      href={link}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        openLink(link);
      }}
    >
      {children}
    </a>
  );
}
