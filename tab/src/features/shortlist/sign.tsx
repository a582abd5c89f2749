import type { Cut, CutLine } from '../../../../bot/http/contract/cut.ts';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useMe } from '../../shared/me/me-context.ts';
import { ActTrouble } from './act-trouble.tsx';
import forms from './forms.module.css';
import { Modal } from './modal.tsx';
import styles from './sign.module.css';
import { useSay } from './texts.ts';
import { useCutAct } from './use-cut-act.ts';

/** To lay a cut before the chair, and to fix it: what is signed is what is seen here. */
export function Sign({ cut, name }: { cut: Cut; name: string }) {
  const say = useSay();
  const [isFixing, setFixing] = useState(false);
  const act = useCutAct(cut);
  const { may, status } = cut;
  const isSame =
    status === 'proposed' && cut.sinceProposed?.outcome !== true && cut.sinceProposed?.scores !== true;
  const hint = useHint(cut);
  return (
    <div className={styles.sign}>
      <div className={forms.buttons}>
        {may.propose && !isSame && (
          <Button
            appearance={may.fix ? 'secondary' : 'primary'}
            disabledFocusable={act.isBusy}
            onClick={() => act.run({ act: 'propose' })}
          >
            {say(status === 'proposed' ? 'sign.again' : 'sign.propose')}
          </Button>
        )}
        {may.fix && (
          <Button appearance="primary" onClick={() => setFixing(true)}>
            {say('sign.fix')}
          </Button>
        )}
      </div>
      {hint !== undefined && <p className={forms.hint}>{hint}</p>}
      <ActTrouble act={act} cut={cut} />
      {isFixing && <FixDialog cut={cut} name={name} close={() => setFixing(false)} />}
    </div>
  );
}

/** What has to come first, and who does that. */
function useHint({ may, status, isUndecided, frozenAt }: Cut): string | undefined {
  const say = useSay();
  const isChair = useMe().roles.includes('chair');
  if (status === 'fixed') return say('sign.fixed');
  if (!may.prepare || may.fix) return undefined;
  if (isUndecided) return say('sign.undecided');
  if (status !== 'proposed') return say('sign.first');
  if (frozenAt === undefined) return say('sign.notFrozen');
  return isChair ? undefined : say('sign.chair');
}

function FixDialog({ cut, name, close }: { cut: Cut; name: string; close: () => void }) {
  const say = useSay();
  const act = useCutAct(cut);
  const [within, outside] = (['within', 'outside'] as const).map((side) =>
    cut.lines.filter((line) => line.side === side),
  );
  return (
    <Modal title={say('fix.title', { category: name })} close={close}>
      <Names title={say('fix.within', { count: within?.length ?? 0 })} lines={within ?? []} />
      <Names title={say('fix.outside', { count: outside?.length ?? 0 })} lines={outside ?? []} />
      <p>
        {cut.nextRound === undefined ? say('fix.last') : say('fix.next', { round: cut.nextRound })}{' '}
        <strong>{say('fix.final')}</strong>
      </p>
      <ActTrouble act={act} cut={cut} />
      <div className={forms.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={act.isBusy || !cut.may.fix}
          onClick={() => act.run({ act: 'fix' }, close)}
        >
          {say('fix.now', { count: within?.length ?? 0 })}
        </Button>
        <Button onClick={close}>{say('act.cancel')}</Button>
      </div>
    </Modal>
  );
}

function Names({ title, lines }: { title: string; lines: readonly CutLine[] }) {
  const say = useSay();
  return (
    <div>
      <h4>{title}</h4>
      <ul className={forms.list} role="list" tabIndex={0} aria-label={title}>
        {lines.map(({ submission, because }) => (
          <li key={submission.id}>
            {submission.title} · {submission.participant}
            {because !== 'scores' && ` (${say(`because.${because}`)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
