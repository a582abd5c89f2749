import type { Me } from '../../../bot/http/contract/me.ts';
import { dayText, lastDayText } from '../shared/language/dates.ts';
import { useSay, useSpeech } from '../shared/language/speech.ts';
import type { LiveState } from '../shared/live/follow-events.ts';
import { Badge } from '../shared/ui/badge.tsx';
import styles from './header.module.css';
import { LiveMark } from './live-mark.tsx';

/** Which edition this is, how far it is for this person, and whether what they see is fresh. */
export function Header({ me, live }: { me: Me; live: LiveState }) {
  const say = useSay();
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <h1 className={styles.title}>{me.edition?.name ?? say('app.name')}</h1>
        {me.edition?.example === true && (
          <Badge size="large" appearance="tint" color="warning" title={say('app.exampleHint')}>
            {say('app.example')}
          </Badge>
        )}
        <LiveMark state={live} />
      </div>
      <PhaseLine me={me} />
    </header>
  );
}

/** Who has to do with judging sees the round; everybody else when they can hand in. */
function PhaseLine({ me: { may, edition, round } }: { me: Me }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  if (edition === undefined) return null;
  const judging = may.progress && round !== undefined;
  const { phase, opensAt, closesAt } = judging ? round : edition;
  const day = phase === 'before' ? dayText(language, opensAt, zone) : lastDayText(language, closesAt, zone);
  return (
    <p className={styles.line}>
      {judging ? say(`round.${phase}`, { round: round.name, day }) : say(`edition.${phase}`, { day })}
    </p>
  );
}
