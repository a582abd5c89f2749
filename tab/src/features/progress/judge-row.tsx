import type { JudgesProgress } from '../../../../bot/http/contract/progress.ts';
import { momentText, recentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DoneBar } from './done-bar.tsx';
import styles from './judge-row.module.css';
import { useSay } from './texts.ts';
import type { Nudging } from './use-nudge.ts';

type Judge = JudgesProgress['judges'][number];

/** One judge: how far, when they were last busy, and whether they can be reminded. */
export function JudgeRow({ judge, nudging }: { judge: Judge; nudging: Nudging }) {
  const say = useSay();
  const { name, all, done, left, late } = judge;
  return (
    <li className={styles.row} data-done={left === 0}>
      <div className={styles.who}>
        <p className={styles.name}>{name}</p>
        {late !== undefined && <LastBusy late={late} />}
      </div>
      <div className={styles.count}>
        <p className={styles.left}>
          {left === 0 ? say('judges.done', { all }) : say('judges.left', { left, all })}
        </p>
        <DoneBar done={done} all={all} />
        <Categories judge={judge} />
      </div>
      {late !== undefined && (
        <div className={styles.act}>
          <Reach name={name} late={late} nudging={nudging} />
        </div>
      )}
    </li>
  );
}

function LastBusy({ late: { lastJudgedAt } }: { late: NonNullable<Judge['late']> }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  return (
    <p className={styles.fact}>
      {lastJudgedAt === undefined
        ? say('judges.never')
        : say('judges.seen', { moment: recentText(language, lastJudgedAt, zone, new Date()) })}
    </p>
  );
}

/** Where there is one category only, the line above says it. */
function Categories({ judge: { categories } }: { judge: Judge }) {
  const say = useSay();
  const names = new Map(useMe().edition?.categories.map(({ id, name }) => [id, name]));
  if (categories.length < 2) return null;
  return (
    <ul className={styles.categories} role="list">
      {categories.map(({ categoryId, done, all }) => (
        <li key={categoryId}>
          {say('judges.inCategory', { category: names.get(categoryId) ?? categoryId, done, all })}
        </li>
      ))}
    </ul>
  );
}

interface ReachProps {
  name: string;
  late: NonNullable<Judge['late']>;
  nudging: Nudging;
}

function Reach({ name, late: { judge, reach, plannedAt }, nudging }: ReachProps) {
  const say = useSay();
  const { language, zone } = useSpeech();
  switch (reach) {
    case 'ready':
      return (
        <Button disabledFocusable={nudging.isBusy} onClick={() => nudging.nudge(judge)}>
          <span aria-hidden="true">{say('judges.nudge')}</span>
          <span className="visually-hidden">{say('judges.nudgeOne', { name })}</span>
        </Button>
      );
    case 'planned':
      return (
        <p className={styles.fact}>
          {say('judges.reach.planned', {
            moment: plannedAt === undefined ? '' : momentText(language, plannedAt, zone, new Date()),
          })}
        </p>
      );
    case 'reminded-today':
    case 'off':
    case 'unreachable':
      return <p className={styles.fact}>{say(`judges.reach.${reach}`)}</p>;
    default:
      return reach satisfies never;
  }
}
