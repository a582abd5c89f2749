import type { Judges } from '../../../../bot/http/contract/ranking.ts';
import { differenceText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import styles from './remarkable.module.css';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';

/** Scores far from what submission and judge let expect. */
export function Remarkable({ remarkable }: Pick<Judges, 'remarkable'>) {
  const say = useSay();
  const { language } = useSpeech();
  const route = useRoute();
  if (remarkable.length === 0) return null;
  return (
    <Section title={say('remarkable.title')} hint={say('remarkable.hint')}>
      <ul className={styles.list} role="list">
        {remarkable.map(({ submission, judge, deviation }) => (
          <li key={`${submission.id} ${judge}`}>
            <a href={hrefOf({ ...route, screen: 'jury-room', submissionId: submission.id, at: 'sheets' })}>
              {submission.title}
            </a>
            <p>
              {say(deviation > 0 ? 'remarkable.higher' : 'remarkable.lower', {
                name: judge,
                times: differenceText(language, Math.abs(deviation)),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
