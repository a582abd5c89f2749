import type { Cut, CutHistory, CutRule } from '../../../../bot/http/contract/cut.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { useSay } from './texts.ts';

/** Something that was done to a cut, in a sentence. */
export function useHistoryText(cut: Cut): (line: CutHistory['lines'][number]) => string {
  const say = useSay();
  const { language, zone } = useSpeech();
  const rule = useRuleText();
  return ({ act, at, by, decision, rule: drawn }) => {
    const id = decision === undefined || decision.kind === 'overrule' ? undefined : decision.submissionId;
    const title = cut.lines.find(({ submission }) => submission.id === id)?.submission.title;
    return say(`history.${act}`, {
      moment: momentText(language, at, zone),
      by: by ?? say('by.somebody'),
      title: title ?? say('history.other'),
      side: decision?.kind === 'move' ? decision.to : 'within',
      rule: drawn === undefined ? '' : rule(drawn),
    });
  };
}

/** "de eerste 8, vanaf 3,5". */
export function useRuleText(): (rule: CutRule) => string {
  const say = useSay();
  const { language } = useSpeech();
  return ({ size, threshold }) => {
    const from = threshold === undefined ? '' : decimalText(language, threshold, 2);
    if (size === undefined) return say('rule.from', { from });
    return threshold === undefined ? say('rule.first', { size }) : say('rule.both', { size, from });
  };
}
