import { Button } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EditionFinding, EditionOutcome, EditionPlan } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import styles from './check-place.module.css';
import { atOf, placeOf } from './places.ts';
import { askPlan, editionKeys, pathOf } from './questions.ts';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** What is not right yet, what would change, and putting that live. */
export function CheckPlace({ writing }: { writing: Writing }) {
  const { id } = writing.draft;
  const { writer } = writing;
  const client = useQueryClient();
  const query = useQuery(askPlan(useApi(), id));
  useEffect(() => {
    void writer.flush().then(() => client.invalidateQueries({ queryKey: editionKeys.plan(id) }));
  }, [writer, client, id]);
  return (
    <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
      {(plan) => <Plan id={id} plan={plan} />}
    </Answer>
  );
}

type Act = 'put' | 'undo' | 'run';

function Plan({ id, plan }: { id: string; plan: EditionPlan }) {
  const say = useSay();
  const act = useActs(id);
  const { findings, hash, undo, running } = plan;
  const faults = findings.filter(({ severity }) => severity === 'fault');
  const isNew = hash === undefined;
  return (
    <>
      <Section title={say('edition.found')}>
        {findings.length === 0 ? (
          <p>{say('edition.found.none')}</p>
        ) : (
          <Findings id={id} findings={findings} />
        )}
      </Section>
      <Section title={say('edition.plan')}>
        {isNew ? <p>{say('edition.plan.new')}</p> : <Difference {...plan} none={say('edition.plan.none')} />}
        {plan.mayPut && (
          <Confirm
            text={say('edition.put')}
            question={say(plan.isRunning ? 'edition.put.running' : 'edition.put.quiet')}
            busy={act.busy === 'put'}
            confirm={() => act.perform('put', { revision: plan.revision, hash })}
          />
        )}
        {faults.length > 0 && (
          <p className={styles.quiet}>{say('edition.put.faults', { count: faults.length })}</p>
        )}
      </Section>
      {undo !== undefined && hash !== undefined && (
        <Section title={say('edition.undo')} hint={say('edition.undo.hint')}>
          <Difference {...undo} none={say('edition.plan.none')} />
          {undo.refusals.length === 0 && undo.changes.length > 0 && (
            <Confirm
              text={say('edition.undo.act')}
              question={say('edition.undo.question')}
              busy={act.busy === 'undo'}
              confirm={() => act.perform('undo', { hash, to: undo.to })}
            />
          )}
        </Section>
      )}
      <Section title={say('edition.run')}>
        {plan.isRunning ? (
          <p>{say('edition.run.runs')}</p>
        ) : isNew ? (
          <p>{say('edition.run.first')}</p>
        ) : (
          <Confirm
            text={say('edition.run.act')}
            question={
              running === undefined
                ? say('edition.run.question')
                : say('edition.run.instead', { name: running.name })
            }
            busy={act.busy === 'run'}
            confirm={() => act.perform('run', { seen: running?.id ?? 'none' })}
          />
        )}
      </Section>
      <p role="alert" className={styles.said}>
        {act.said}
      </p>
    </>
  );
}

function useActs(id: string) {
  const say = useSay();
  const api = useApi();
  const client = useQueryClient();
  const [busy, setBusy] = useState<Act>();
  const [said, setSaid] = useState('');
  const carryOut = async (act: Act, body: object) => {
    setBusy(act);
    try {
      const outcome = await api.post<EditionOutcome>(`${pathOf(id)}/${act}`, body);
      client.setQueryData(editionKeys.plan(id), outcome.plan);
      setSaid(outcome.refusals.length > 0 ? outcome.refusals.join(' ') : say(`edition.done.${act}`));
      await client.invalidateQueries({ queryKey: editionKeys.draft(id) });
      await client.invalidateQueries({ queryKey: editionKeys.overview });
      await client.invalidateQueries({ queryKey: questionKeys.me });
    } catch (error) {
      const isOther = error instanceof ApiError && error.code === 'changed-meanwhile';
      setSaid(say(isOther ? 'edition.changedMeanwhile' : 'edition.notDone'));
      await client.invalidateQueries({ queryKey: editionKeys.plan(id) });
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, said, perform: (act: Act, body: object) => void carryOut(act, body) };
}

function Findings({ id, findings }: { id: string; findings: readonly EditionFinding[] }) {
  const say = useSay();
  return (
    <ul className={styles.findings}>
      {findings.map(({ severity, at, sentence }) => (
        <li key={at + sentence}>
          <strong className={styles[severity]}>{say(`edition.${severity}`)}</strong> {sentence}{' '}
          <a href={hrefOf({ screen: 'edition', at: atOf(id, placeOf(at)) })}>{say('edition.goThere')}</a>
        </li>
      ))}
    </ul>
  );
}

function Difference({
  changes,
  cautions,
  refusals,
  none,
}: Pick<EditionPlan, 'changes' | 'cautions' | 'refusals'> & { none: string }) {
  const say = useSay();
  if (changes.length === 0) return <p>{none}</p>;
  return (
    <>
      <ul className={styles.changes}>
        {changes.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {cautions.length > 0 && (
        <Sentences title={say('edition.cautions')} sentences={cautions} look="caution" />
      )}
      {refusals.length > 0 && (
        <Sentences title={say('edition.refusals')} sentences={refusals} look="refusal" />
      )}
    </>
  );
}

function Sentences({
  title,
  sentences,
  look,
}: {
  title: string;
  sentences: readonly string[];
  look: 'caution' | 'refusal';
}) {
  return (
    <div className={`${styles.box} ${styles[look]}`}>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** An act in two steps, in place: what it does stands beside the second. */
function Confirm({
  text,
  question,
  busy,
  confirm,
}: {
  text: string;
  question: string;
  busy: boolean;
  confirm: () => void;
}) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  if (!asked && !busy) {
    return (
      <div>
        <Button appearance="primary" onClick={() => setAsked(true)}>
          {text}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.confirm} role="group" aria-label={text}>
      <p>{question}</p>
      <div className={styles.acts}>
        <Button
          appearance="primary"
          autoFocus
          disabledFocusable={busy}
          onClick={() => {
            setAsked(false);
            confirm();
          }}
        >
          {say('edition.yes', { act: text })}
        </Button>
        <Button disabledFocusable={busy} onClick={() => setAsked(false)}>
          {say('edition.no')}
        </Button>
      </div>
    </div>
  );
}
