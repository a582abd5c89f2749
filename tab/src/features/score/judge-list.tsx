import { useId } from 'react';
import type { JudgeList } from '../../../../bot/http/contract/judging.ts';
import type { SubmissionLine } from '../../../../bot/http/contract/parts.ts';
import { dayText, lastDayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { ScreenHead } from '../../shared/ui/screen-head.tsx';
import { linkIdOf } from '../../shared/ui/submission-name.tsx';
import styles from './judge-list.module.css';
import type { Task } from './list-order.ts';
import { countTasks, isLeft, nextLeft } from './list-order.ts';
import { StateMark } from './state-mark.tsx';
import { useSay } from './texts.ts';
import { Way } from './way.tsx';

/** All that a judge judges: what is left first, each group in their own order. */
export function JudgeListView({ list }: { list: JudgeList }) {
  const say = useSay();
  const { tasks, conflicts, phase } = list;
  const shown = phase === 'before' ? [] : tasks;
  const next = phase === 'open' ? nextLeft(tasks) : undefined;
  return (
    <>
      <ScreenHead title={say('score.title')} />
      <div className={styles.head}>
        {shown.length > 0 && <Way counts={countTasks(tasks)} />}
        <HowItIs list={list} />
        {next !== undefined && (
          <a className={styles.begin} href={hrefOf({ screen: 'score', submissionId: next.submission.id })}>
            {say(countTasks(tasks).done === 0 ? 'score.begin' : 'score.goOn')}
          </a>
        )}
      </div>
      {phase === 'open' && tasks.length === 0 && (
        <Notice title={say('score.empty.title')} hint={say('score.empty.hint')} />
      )}
      <Group title={say('score.group.left')} tasks={shown.filter(isLeft)} />
      <Group title={say('score.group.handedIn')} tasks={shown.filter(({ state }) => state === 'handed-in')} />
      <Group
        title={say('score.group.abstained')}
        tasks={shown.filter(({ state }) => state === 'abstained')}
      />
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
    </>
  );
}

function HowItIs({ list: { phase, tasks, opensAt, closesAt, nextRound } }: { list: JudgeList }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const { all, left } = countTasks(tasks);
  const last = { day: lastDayText(language, closesAt, zone) };
  const later = nextRound !== undefined && (left === 0 || phase !== 'open');
  return (
    <p className={styles.line}>
      {phase === 'before' && say('score.before', { day: dayText(language, opensAt, zone) })}
      {phase === 'closed' && say('score.closed')}
      {phase === 'open' &&
        all > 0 &&
        (left > 0 ? say('score.open', { ...last, left }) : say('score.done', last))}
      {later &&
        ` ${say('score.nextRound', { round: nextRound.name, day: dayText(language, nextRound.opensAt, zone) })}`}
    </p>
  );
}

function Group({ title, tasks }: { title: string; tasks: readonly Task[] }) {
  const heading = useId();
  if (tasks.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h3 className={styles.name} id={heading}>
        {title} <span className={styles.count}>{tasks.length}</span>
      </h3>
      <ul className={styles.list} role="list">
        {tasks.map(({ submission, state }) => (
          <li key={submission.id} className={styles.row}>
            <Named submission={submission} open />
            <StateMark state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Named({ submission, open = false }: { submission: SubmissionLine; open?: boolean }) {
  const { id, title, participant, number } = submission;
  return (
    <div className={styles.named}>
      {open ? (
        <a id={linkIdOf(id)} className={styles.title} href={hrefOf({ screen: 'score', submissionId: id })}>
          {title}
        </a>
      ) : (
        <span className={styles.title}>{title}</span>
      )}
      <div className={styles.facts}>
        {participant} · {number}
      </div>
    </div>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly SubmissionLine[] }) {
  const say = useSay();
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h3 className={styles.name} id={heading}>
        {say('score.group.conflicts')} <span className={styles.count}>{conflicts.length}</span>
      </h3>
      <p className={styles.hint}>{say('score.conflictsHint')}</p>
      <ul className={styles.list} role="list">
        {conflicts.map((submission) => (
          <li key={submission.id} className={styles.row}>
            <Named submission={submission} />
          </li>
        ))}
      </ul>
    </section>
  );
}
