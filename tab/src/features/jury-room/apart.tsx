import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { JuryRoom } from '../../../../bot/http/contract/jury-room.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { scaleOf } from '../../shared/me/scale-of.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { linkIdOf } from '../../shared/ui/submission-name.tsx';
import styles from './apart.module.css';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';

type Disagreement = JuryRoom['disagreements'][number];

/** More than these are shown to who asks. */
const shownFirst = 6;

/** Where judges are furthest apart. */
export function Apart({ room: { disagreements } }: { room: JuryRoom }) {
  const say = useSay();
  const [all, showAll] = useState(false);
  const shown = all ? disagreements : disagreements.slice(0, shownFirst);
  return (
    <Section
      title={say('apart.title')}
      hint={disagreements.length === 0 ? say('apart.none') : say('apart.hint')}
    >
      {shown.length > 0 && (
        <ul className={styles.list} role="list">
          {shown.map((each) => (
            <Line
              key={`${each.submission.id} ${each.criterion}`}
              line={each}
              isFirst={shown.find(({ submission }) => submission.id === each.submission.id) === each}
            />
          ))}
        </ul>
      )}
      {shown.length < disagreements.length && (
        <Button className={styles.more} onClick={() => showAll(true)}>
          {say('apart.more', { count: disagreements.length })}
        </Button>
      )}
    </Section>
  );
}

interface LineProps {
  line: Disagreement;
  /** Of its submission: where focus comes back to. */
  isFirst: boolean;
}

function Line({ line: { submission, criterion, lowest, highest, scores }, isFirst }: LineProps) {
  const say = useSay();
  const route = useRoute();
  const scale = scaleOf(useMe());
  const steps = Math.max(1, scale.highest - scale.lowest);
  const share = (score: number) => ((score - scale.lowest) / steps) * 100;
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <a
          id={isFirst ? linkIdOf(submission.id) : undefined}
          href={hrefOf({ ...route, screen: 'jury-room', submissionId: submission.id, at: 'sheets' })}
        >
          {submission.title}
        </a>
        <span className={styles.facts}>
          {criterion} · {submission.participant}
        </span>
      </div>
      <div className={styles.range} aria-hidden="true">
        <div
          className={styles.bar}
          style={{ insetInlineStart: `${share(lowest)}%`, width: `${share(highest) - share(lowest)}%` }}
        />
      </div>
      <div className={styles.figures}>
        <span className={styles.span}>{say('apart.range', { lowest, highest })}</span>{' '}
        <span className={styles.facts}>{say('apart.scores', { scores })}</span>
      </div>
    </li>
  );
}
