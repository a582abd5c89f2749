import { memo } from 'react';
import type { SubmissionListLine } from '../../../../bot/http/contract/submission-list.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { rememberOpened } from '../../shared/submission-list/list-memory.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { linkIdOf } from '../../shared/ui/submission-name.tsx';
import styles from './submission-list.module.css';
import { useSay } from './texts.ts';

interface SubmissionRowProps {
  index: number;
  total: number;
  query: string;
  /** In pixels below the top of the list. */
  top: number;
  /** `undefined` while it is being fetched. */
  line: SubmissionListLine | undefined;
}

/** One line; drawn anew only when it is another. */
export const SubmissionRow = memo(function SubmissionRow({
  index,
  total,
  query,
  top,
  line,
}: SubmissionRowProps) {
  const style = { transform: `translateY(${top}px)` };
  if (line === undefined) {
    return (
      <li className={`${styles.row} ${styles.awaited}`} style={style} aria-hidden="true">
        <span />
      </li>
    );
  }
  return (
    <li className={styles.row} style={style} aria-setsize={total} aria-posinset={index + 1}>
      <Name line={line} opened={() => rememberOpened(query, index)} />
      <Category line={line} />
      <State line={line} />
    </li>
  );
});

function Name({ line, opened }: { line: SubmissionListLine; opened: () => void }) {
  const route = useRoute();
  const { id, title, participant, number } = line.submission;
  return (
    <div className={styles.name}>
      <a
        id={linkIdOf(id)}
        className={styles.title}
        href={hrefOf({ ...route, screen: 'submissions', submissionId: id })}
        onClick={opened}
        title={title}
      >
        {title}
      </a>
      <div className={styles.facts}>
        {participant} · <span className={styles.number}>{number}</span>
      </div>
    </div>
  );
}

function Category({ line }: { line: SubmissionListLine }) {
  const categories = useMe().edition?.categories ?? [];
  const category = categories.find(({ id }) => id === line.submission.categoryId);
  return <div className={styles.category}>{category?.name}</div>;
}

const looks = {
  none: { appearance: 'outline', color: 'informative' },
  draft: { appearance: 'tint', color: 'brand' },
  'handed-in': { appearance: 'tint', color: 'success' },
  abstained: { appearance: 'tint', color: 'informative' },
  'not-assigned': { appearance: 'tint', color: 'informative' },
  conflict: { appearance: 'tint', color: 'informative' },
} as const;

/** For a judge how far they are; otherwise only what is out of the ordinary. */
function State({ line: { status, own } }: { line: SubmissionListLine }) {
  const say = useSay();
  if (status === 'submitted' && own === undefined) return null;
  return (
    <div className={styles.state}>
      {status === 'withdrawn' || own === undefined ? (
        <Badge appearance="tint" color="informative" size="small">
          {say('status.withdrawn')}
        </Badge>
      ) : (
        <Badge {...looks[own]} size="small">
          {say(`list.own.${own}`)}
        </Badge>
      )}
    </div>
  );
}
