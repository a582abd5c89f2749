import type { Feedback } from '../../../../bot/http/contract/feedback.ts';
import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { FeedbackFields } from './feedback-fields.tsx';
import { FeedbackPreview } from './feedback-preview.tsx';
import styles from './feedback.module.css';
import forms from './forms.module.css';
import { Modal } from './modal.tsx';
import type { CutRound } from './place.ts';
import { atOf } from './place.ts';
import { askFeedback } from './questions.ts';
import { useRefusalText } from './refusal-text.ts';
import { useSay } from './texts.ts';
import type { FeedbackAct } from './use-feedback-deed.ts';
import { useFeedbackDeed } from './use-feedback-deed.ts';

/** What one submitter hears: to write, to look at as they will, to approve and to send. */
export function FeedbackEditor({ round, submissionId }: { round: CutRound; submissionId: string }) {
  const say = useSay();
  const route = useRoute();
  const query = useQuery(askFeedback(useApi(), round.id, submissionId));
  return (
    <>
      <a
        className={styles.back}
        href={hrefOf({ ...route, at: atOf({ part: 'feedback', roundId: round.id }) })}
      >
        <span aria-hidden="true">←</span>&nbsp;{say('feedback.back')}
      </a>
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {(feedback) => <Loaded feedback={feedback} round={round} />}
      </Answer>
    </>
  );
}

/** What is typed and not kept yet. */
export type TypedFeedback = Pick<Feedback, 'words' | 'remarks'>;

function Loaded({ feedback, round }: { feedback: Feedback; round: CutRound }) {
  const [typed, setTyped] = useState<TypedFeedback>();
  const act = useFeedbackDeed(feedback, round.id);
  const { status } = feedback.line;
  const shown = typed ?? feedback;
  if (status === 'none') return <Nothing feedback={feedback} act={act} />;
  return (
    <div className={styles.editor}>
      <div className={styles.work}>
        <h3>{feedback.line.submission.title}</h3>
        <State feedback={feedback} />
        {status !== 'sent' && (
          <>
            <FeedbackFields feedback={feedback} typed={shown} change={setTyped} />
            <Trouble act={act} />
            <Acts feedback={feedback} typed={typed} act={act} kept={() => setTyped(undefined)} />
          </>
        )}
      </div>
      <FeedbackPreview feedback={feedback} typed={shown} />
    </div>
  );
}

function Nothing({ feedback, act }: { feedback: Feedback; act: FeedbackAct }) {
  const say = useSay();
  return (
    <div className={styles.work}>
      <h3>{feedback.line.submission.title}</h3>
      <p>{say('feedback.nothing')}</p>
      <Trouble act={act} />
      <div className={forms.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={act.isBusy}
          onClick={() => void act.run({ deed: 'draft' })}
        >
          {say('feedback.draft')}
        </Button>
      </div>
    </div>
  );
}

/** How far it is, by whom, and what stands in the way. */
function State({ feedback: { line, approved, sent } }: { feedback: Feedback }) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const signed = sent ?? (line.status === 'approved' ? approved : undefined);
  return (
    <>
      <p>
        <strong>{say(`feedbackStatus.${line.status}`)}</strong>{' '}
        {signed !== undefined &&
          say('steps.who', {
            by: signed.by ?? say('by.somebody'),
            moment: momentText(language, signed.at, zone, new Date()),
          })}{' '}
        {line.status === 'sent' && say(`delivery.${line.delivery ?? 'underway'}`)}
      </p>
      {line.isOutdated && <p className={forms.trouble}>{say('feedback.outdatedHint')}</p>}
      {line.status === 'draft' && line.naming > 0 && (
        <p>{say('feedback.namingHint', { count: line.naming })}</p>
      )}
    </>
  );
}

interface ActsProps {
  feedback: Feedback;
  typed: TypedFeedback | undefined;
  act: FeedbackAct;
  kept: () => void;
}

function Acts({ feedback, typed, act, kept }: ActsProps) {
  const say = useSay();
  const [asking, setAsking] = useState<'redraft' | 'send'>();
  const { status, isOutdated } = feedback.line;
  const save = async () => {
    if (typed === undefined) return feedback;
    const done = await act.run({ deed: 'edit', words: typed.words, remarks: typed.remarks });
    if (done !== undefined) kept();
    return done;
  };
  const approve = async () => {
    const saved = await save();
    if (saved !== undefined) await act.run({ deed: 'approve' }, saved.revision);
  };
  const confirmed = async () => {
    setAsking(undefined);
    if ((await act.run({ deed: asking === 'send' ? 'send' : 'draft' })) !== undefined) kept();
  };
  const isReady = status === 'approved' && typed === undefined && !isOutdated;
  return (
    <div className={forms.buttons}>
      {typed !== undefined && (
        <Button disabledFocusable={act.isBusy} onClick={() => void save()}>
          {say('feedback.save')}
        </Button>
      )}
      {(status === 'draft' || typed !== undefined) && !isOutdated && (
        <Button appearance="primary" disabledFocusable={act.isBusy} onClick={() => void approve()}>
          {say(typed === undefined ? 'feedback.approve' : 'feedback.saveApprove')}
        </Button>
      )}
      {isReady && (
        <Button appearance="primary" disabledFocusable={act.isBusy} onClick={() => setAsking('send')}>
          {say('feedback.send')}
        </Button>
      )}
      <Button disabledFocusable={act.isBusy} onClick={() => setAsking('redraft')}>
        {say('feedback.redraft')}
      </Button>
      {asking !== undefined && (
        <Modal
          title={say(asking === 'send' ? 'send.oneTitle' : 'redraft.title')}
          close={() => setAsking(undefined)}
        >
          <p>{say(asking === 'send' ? 'send.final' : 'redraft.hint')}</p>
          <div className={forms.buttons}>
            <Button appearance="primary" onClick={() => void confirmed()}>
              {say(asking === 'send' ? 'feedback.send' : 'feedback.redraft')}
            </Button>
            <Button onClick={() => setAsking(undefined)}>{say('act.cancel')}</Button>
          </div>
        </Modal>
      )}
    </div>
  );
}

function Trouble({ act: { error, isChanged } }: { act: FeedbackAct }) {
  const say = useSay();
  const refusal = useRefusalText();
  if (error === undefined && !isChanged) return null;
  return (
    <p className={forms.trouble} role="alert">
      {error === undefined ? say('feedback.changed') : refusal(error)}
    </p>
  );
}
