import type { Draft, Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { isTextKey, text } from '../texts/texts.ts';
import type { FilledForm } from './form-data.ts';
import { withAnswers } from './form-fields.ts';
import { isAsDrawn } from './form-fingerprint.ts';
import type { FormSection } from './form-section.ts';
import { viewForm } from './form-view.ts';
import { asAsked, movedTo } from './heard.ts';
import type { StepContext } from './steps/step.ts';
import { review } from './steps/steps.ts';

/** What a filled in form makes of a draft. */
export interface Taken {
  draft: Draft;
  /** Whether every question has its answer. */
  isWhole: boolean;
  /** Whether all that was typed is stored, be it as an answer or to be mended. */
  isKept: boolean;
  /** What was said of an answer when it was taken, by step. */
  said: ReadonlyMap<string, Remark>;
  /** Of answers that were given elsewhere since the form was drawn, and that the form went over. */
  meanwhile: Remark[];
}

/** What the questions so far made of it. */
export interface Progress {
  draft: Draft;
  said: Map<string, Remark>;
  meanwhile: Remark[];
  /** They asked to stop. */
  pauses?: boolean;
}

/** The draft at the first question that needs something, or else at the overview. */
export function outcomeOf(progress: Progress, before: Draft, filled: FilledForm, base: StepContext): Taken {
  const { draft, said, meanwhile, pauses } = progress;
  const context = withAnswers(base, draft);
  const { sections } = viewForm(asAsked(draft), context, { filled, said });
  const first = sections.find(({ trouble }) => trouble !== undefined);
  const keeps = isKept(sections);
  const isWhole = first === undefined || (pauses === true && keeps);
  const moved = movedTo(draft, first?.step ?? review);
  const { changing: _changing, choices: _choices, ...here } = asAsked(moved);
  const after: Draft = {
    ...here,
    ...(first === undefined ? overviewWord(progress, base.language) : standingAt(first)),
    ...(pauses && { paused: true }),
  };
  return {
    draft: isNews(before, after) ? after : before,
    isWhole,
    isKept: keeps,
    said,
    meanwhile,
  };
}

/** Whether what stands in the form and is no answer is stored: more than the chat can show is not. */
export function isKept(sections: readonly FormSection[]): boolean {
  const wrong = sections.filter(({ trouble }) => trouble?.kind === 'wrong');
  return wrong.every(({ fields }) =>
    fields.every(({ value, drawn }) => value === '' || isAsDrawn(value, drawn)),
  );
}

/** What the chat says there; where nothing was filled in, there is nothing to mend. */
function standingAt({ trouble }: FormSection): Pick<Draft, 'remark' | 'choices'> {
  if (trouble?.kind !== 'wrong') return {};
  const { remark, choices = [] } = trouble;
  return { remark, ...(choices.length > 0 && { choices: [...choices] }) };
}

/** All that is to be said at the overview. */
function overviewWord({ said, meanwhile }: Progress, language: Language): Pick<Draft, 'remark'> {
  const remarks = [...meanwhile, ...said.values()];
  const [first, another] = remarks;
  if (first === undefined || another === undefined) return first === undefined ? {} : { remark: first };
  const sentences = remarks.flatMap((each) =>
    isTextKey(each.text) ? [text(language, each.text, each.values)] : [],
  );
  const values = { said: sentences.join(' ').replaceAll('**', '') };
  return { remark: { tone: 'info', text: 'form.said', values } };
}

function isNews(before: Draft, after: Draft): boolean {
  return JSON.stringify(withoutSaid(before)) !== JSON.stringify(withoutSaid(after));
}

function withoutSaid(draft: Draft): unknown {
  const { remark: _remark, choices: _choices, changing: _changing, ...rest } = draft;
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
