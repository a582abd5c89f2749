import { openLink } from '../../shared/host/open-link.ts';
import styles from './task-list.module.css';
import type { TaskWay, TaskWords } from './task-words.ts';

/** One thing to do. @param props.first the most pressing one: its way there is what one sees first */
export function TaskItem({ words, first }: { words: TaskWords; first: boolean }) {
  const { title, hint, share, ways } = words;
  return (
    <li className={styles.task}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.hint}>{hint}</p>
      {share !== undefined && (
        <div className={styles.bar} aria-hidden="true">
          <div className={styles.done} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {ways.length > 0 && (
        <p className={styles.ways}>
          {ways.map((way, index) => (
            <Way key={way.text} way={way} primary={first && index === 0} />
          ))}
        </p>
      )}
    </li>
  );
}

/** A place in the tab is a link; out of it Teams has to lead. */
function Way({ way: { text, href, leaves }, primary }: { way: TaskWay; primary: boolean }) {
  return (
    <a
      className={primary ? styles.primary : styles.way}
      href={href}
      {...(leaves && {
        target: '_blank',
        rel: 'noreferrer',
        onClick: (event) => {
          event.preventDefault();
          openLink(href);
        },
      })}
    >
      {text}
    </a>
  );
}
