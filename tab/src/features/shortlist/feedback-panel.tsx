import type { FeedbackLine } from '../../../../bot/http/contract/feedback.ts';
import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { FeedbackTable } from './feedback-table.tsx';
import styles from './feedback.module.css';
import forms from './forms.module.css';
import { Modal } from './modal.tsx';
import type { CutRound } from './place.ts';
import { askFeedbackList } from './questions.ts';
import { useRefusalText } from './refusal-text.ts';
import { useSay } from './texts.ts';
import type { FeedbackRunner, RunWish } from './use-feedback-run.ts';
import { useFeedbackRun } from './use-feedback-run.ts';

/** What every submitter of a round hears: drafted, looked at, approved and sent. */
export function FeedbackPanel({ round }: { round: CutRound }) {
  const query = useQuery(askFeedbackList(useApi(), round.id));
  const runner = useFeedbackRun(round.id);
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {({ lines }) => <Loaded round={round} lines={lines} runner={runner} />}
    </Answer>
  );
}

interface LoadedProps {
  round: CutRound;
  lines: readonly FeedbackLine[];
  runner: FeedbackRunner;
}

function Loaded({ round, lines, runner }: LoadedProps) {
  const say = useSay();
  if (lines.length === 0)
    return <Notice title={say('feedback.empty.title')} hint={say('feedback.empty.hint')} />;
  const isEarly = round.categories.some(({ status }) => status !== 'fixed');
  return (
    <section className={styles.panel} aria-label={say('part.feedback')}>
      {isEarly && lines.some(({ next }) => next === 'not-decided' || next === undefined) && (
        <p className={forms.hint}>{say('feedback.early')}</p>
      )}
      <Summary lines={lines} />
      <Runs lines={lines} runner={runner} />
      <Running runner={runner} />
      <FeedbackTable roundId={round.id} lines={lines} />
    </section>
  );
}

function Summary({ lines }: { lines: readonly FeedbackLine[] }) {
  const say = useSay();
  const count = (status: FeedbackLine['status']) => lines.filter((line) => line.status === status).length;
  const counts = {
    none: count('none'),
    draft: count('draft'),
    approved: count('approved'),
    sent: count('sent'),
  };
  return <p className={styles.summary}>{say('feedback.summary', { ...counts, all: lines.length })}</p>;
}

/** What can be done for many at once, and for how many. */
function Runs({ lines, runner }: Omit<LoadedProps, 'round'>) {
  const say = useSay();
  const [isSending, setSending] = useState(false);
  const isGoing = runner.run?.state === 'going';
  const counts: Record<RunWish, number> = {
    draft: lines.filter(({ status }) => status === 'none').length,
    redraft: lines.filter(({ isOutdated }) => isOutdated).length,
    approve: lines.filter(
      ({ status, isOutdated, naming }) => status === 'draft' && !isOutdated && naming === 0,
    ).length,
    send: lines.filter(({ status, isOutdated }) => status === 'approved' && !isOutdated).length,
  };
  const wishes = (['draft', 'redraft', 'approve', 'send'] as const).filter((wish) => counts[wish] > 0);
  return (
    <div className={forms.buttons}>
      {wishes.map((wish, index) => (
        <Button
          key={wish}
          appearance={index === 0 ? 'primary' : 'secondary'}
          disabledFocusable={isGoing}
          onClick={() => (wish === 'send' ? setSending(true) : runner.begin(wish))}
        >
          {say(`run.${wish}`, { count: counts[wish] })}
        </Button>
      ))}
      {isSending && (
        <Modal title={say('send.title', { count: counts.send })} close={() => setSending(false)}>
          <p>{say('send.hint')}</p>
          <p>
            <strong>{say('send.final')}</strong>
          </p>
          <div className={forms.buttons}>
            <Button
              appearance="primary"
              onClick={() => {
                setSending(false);
                runner.begin('send');
              }}
            >
              {say('send.now', { count: counts.send })}
            </Button>
            <Button onClick={() => setSending(false)}>{say('act.cancel')}</Button>
          </div>
        </Modal>
      )}
    </div>
  );
}

/** How far it is, and what became of it. */
function Running({ runner: { run, stop, goOn } }: { runner: FeedbackRunner }) {
  const say = useSay();
  const refusal = useRefusalText();
  if (run === undefined) return null;
  const { state, upTo, of, done, passedOver, error, wish } = run;
  return (
    <div className={styles.run} role="status">
      {state === 'going' && (
        <progress
          className={styles.progress}
          max={Math.max(1, of)}
          value={upTo}
          aria-label={say('run.progress')}
        />
      )}
      <p>
        {state === 'going' ? say('run.going', { upTo, of }) : say(`run.${wish}Done`, { done })}{' '}
        {state !== 'going' && passedOver > 0 && say('run.passedOver', { count: passedOver })}{' '}
        {error !== undefined && <span className={forms.trouble}>{refusal(error)}</span>}
      </p>
      {state === 'going' && (
        <Button size="small" onClick={stop}>
          {say('run.stop')}
        </Button>
      )}
      {(state === 'stopped' || state === 'failed') && (
        <Button size="small" onClick={goOn}>
          {say('run.goOn')}
        </Button>
      )}
    </div>
  );
}
