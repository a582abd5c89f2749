import type { Cut, CutRule } from '../../../../bot/http/contract/cut.ts';
import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { ActTrouble } from './act-trouble.tsx';
import forms from './forms.module.css';
import { useRuleText } from './history-text.ts';
import { askPreview } from './questions.ts';
import { useRefusalText } from './refusal-text.ts';
import { isRule, typedOf, ruleOf } from './rule-typed.ts';
import { useSay } from './texts.ts';
import { useCutAct } from './use-cut-act.ts';

/** Where the line is drawn, and drawing it elsewhere. */
export function Rule({ cut }: { cut: Cut }) {
  const say = useSay();
  const rule = useRuleText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={forms.block}>
      <p className={forms.line}>
        <span>
          {say('rule.is')} <strong>{rule(cut.rule)}</strong>
        </span>
        {cut.may.prepare && !isOpen && (
          <Button size="small" onClick={() => setOpen(true)}>
            {say('rule.change')}
          </Button>
        )}
      </p>
      {isOpen && <RuleForm cut={cut} close={() => setOpen(false)} />}
    </div>
  );
}

function RuleForm({ cut, close }: { cut: Cut; close: () => void }) {
  const say = useSay();
  const [typed, setTyped] = useState(() => typedOf(cut.rule));
  const act = useCutAct(cut);
  const rule = ruleOf(typed);
  const isFine = isRule(rule, cut.scale);
  return (
    <form
      className={forms.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isFine) act.run({ act: 'change', change: { kind: 'set-rule', rule } }, close);
      }}
    >
      <div className={forms.fields}>
        <label className={forms.field}>
          <span>{say('rule.size')}</span>
          <input
            inputMode="numeric"
            value={typed.size}
            onChange={({ target }) => setTyped({ ...typed, size: target.value })}
          />
        </label>
        <label className={forms.field}>
          <span>{say('rule.threshold', cut.scale)}</span>
          <input
            inputMode="decimal"
            value={typed.threshold}
            onChange={({ target }) => setTyped({ ...typed, threshold: target.value })}
          />
        </label>
      </div>
      <p className={forms.hint}>{say('rule.hint')}</p>
      {isFine ? (
        <Preview cut={cut} rule={rule} />
      ) : (
        <p className={forms.trouble} role="alert">
          {say('rule.fault', cut.scale)}
        </p>
      )}
      <ActTrouble act={act} cut={cut} />
      <div className={forms.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={act.isBusy || !isFine}>
          {say('rule.save')}
        </Button>
        <Button onClick={close}>{say('act.cancel')}</Button>
      </div>
    </form>
  );
}

/** What the other line would change, before it is drawn. */
function Preview({ cut, rule }: { cut: Cut; rule: CutRule }) {
  const say = useSay();
  const refusal = useRefusalText();
  const { data, error } = useQuery(askPreview(useApi(), cut, rule, cut.seen));
  if (error !== null) return <p className={forms.trouble}>{refusal(error)}</p>;
  if (data === undefined) return <p className={forms.hint}>{say('rule.working')}</p>;
  const within = new Set(data.within);
  const titles = (side: 'within' | 'outside') =>
    cut.lines
      .filter((line) => line.side === side && within.has(line.submission.id) !== (side === 'within'))
      .map(({ submission }) => submission.title);
  const [comeIn, fallOut] = [titles('outside'), titles('within')];
  return (
    <div className={forms.preview} aria-live="polite">
      <p>
        {comeIn.length + fallOut.length === 0
          ? say('rule.same', { within: within.size })
          : say('rule.becomes', { within: within.size })}
      </p>
      {comeIn.length > 0 && <p>{say('rule.comeIn', { titles: comeIn.join(', ') })}</p>}
      {fallOut.length > 0 && <p>{say('rule.fallOut', { titles: fallOut.join(', ') })}</p>}
      {data.tie !== undefined && <p>{say('notice.tie.title', data.tie)}</p>}
      {cut.status === 'proposed' && <p>{say('rule.backToDraft')}</p>}
    </div>
  );
}
