import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { CutNotices } from './cut-notices.tsx';
import styles from './cut-panel.module.css';
import { CutStepper } from './cut-stepper.tsx';
import { CutTable } from './cut-table.tsx';
import { Decisions } from './decisions.tsx';
import { HowFixed } from './how-fixed.tsx';
import { Overrule } from './overrule.tsx';
import type { CutPlace } from './questions.ts';
import { askCut } from './questions.ts';
import { Rule } from './rule.tsx';
import { Sign } from './sign.tsx';
import { useSay } from './texts.ts';

/** Who of a category goes on after a round. */
export function CutPanel({ place, name }: { place: CutPlace; name: string }) {
  const query = useQuery(askCut(useApi(), place));
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(cut) => <Loaded cut={cut} name={name} />}
    </Answer>
  );
}

function Loaded({ cut, name }: { cut: Cut; name: string }) {
  const say = useSay();
  if (cut.lines.length === 0) return <Notice title={say('cut.empty.title')} hint={say('cut.empty.hint')} />;
  const within = cut.lines.filter(({ side }) => side === 'within').length;
  return (
    <section className={styles.panel} aria-label={name}>
      <div className={styles.top}>
        <CutStepper cut={cut} />
        <Sign cut={cut} name={name} />
      </div>
      <CutNotices cut={cut} />
      <Rule cut={cut} />
      <Decisions cut={cut} />
      <p className={styles.count} aria-live="polite">
        {say('cut.count', { within, all: cut.lines.length })}
      </p>
      <CutTable cut={cut} name={name} />
      <div className={styles.foot}>
        <Overrule cut={cut} />
        <HowFixed cut={cut} />
      </div>
    </section>
  );
}
