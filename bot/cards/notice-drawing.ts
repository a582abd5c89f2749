import type { IntakeView } from '../conversation/intake-view.ts';
import type { Next, PersonalView } from '../conversation/personal-view.ts';
import type { Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { wordsLine } from './intake-words.ts';
import { storedPlainly, storedSaid } from './said-safely.ts';

const mostTitle = 120;

/** A sentence or a few, and where to go on. */
export function noticeDrawing(view: Extract<PersonalView, { kind: 'notice' }>, language: Language): Drawing {
  return sentenceDrawing(language, {
    text: storedSaid(language, view),
    summary: storedPlainly(language, view),
    next: view.next,
    another: view.text === 'notice.handed-in' || /^notice\.change(d|-left)/.test(view.text),
    offersOwn: leadsToOwn.test(view.text),
  });
}

/** Sentences after which one may want to see what was handed in. */
const leadsToOwn = /^(notice\.(handed-in|closed|changed|help)|request\.delete)/;

type ClosedView = Extract<IntakeView, { state: 'not-open' | 'handing-in' | 'handed-in' | 'discarded' }>;

/** The card of a draft that can't be gone on with. */
export function closedIntakeDrawing(view: ClosedView, language: Language): Drawing {
  const { remark, changing } = view;
  if (changing !== undefined && view.state !== 'not-open')
    return closedChangeDrawing(view.state, { number: changing, remark }, language);
  switch (view.state) {
    case 'not-open': {
      const { notice } = view;
      return sentenceDrawing(language, {
        text: storedSaid(language, notice),
        summary: storedPlainly(language, notice),
        remark,
        offersOwn: true,
        kept: view,
      });
    }
    case 'handed-in': {
      const title = text(language, 'intake.handed-in.title', { number: view.number });
      return sentenceDrawing(language, {
        title,
        text: plainLine(view.title, mostTitle),
        summary: bareLine(`${title} · ${view.title}`, 2 * mostTitle),
        remark,
      });
    }
    case 'handing-in':
    case 'discarded': {
      const title = text(language, `intake.${view.state}.title`);
      const explanation = text(language, `intake.${view.state}.text`);
      return sentenceDrawing(language, { title, text: explanation, summary: title, remark });
    }
    default:
      return view satisfies never;
  }
}

/** The card of a change that is made, or was left. */
function closedChangeDrawing(
  state: Exclude<ClosedView['state'], 'not-open'>,
  { number, remark }: { number: string; remark: Remark | undefined },
  language: Language,
): Drawing {
  const title = text(language, `change.${state}.title`, { number });
  const said = state === 'handed-in' ? '' : text(language, `change.${state}.text`);
  return sentenceDrawing(language, {
    title,
    text: said,
    summary: title,
    remark,
    offersOwn: state === 'discarded',
  });
}

interface Sentence {
  title?: string;
  text: string;
  summary: string;
  remark?: Remark;
  next?: Next;
  /** It would not be their first. */
  another?: boolean;
  offersOwn?: boolean;
  /** What was entered and can be read but not gone on with. */
  kept?: Extract<ClosedView, { state: 'not-open' }>;
}

function sentenceDrawing(language: Language, sentence: Sentence): Drawing {
  const {
    title = '',
    text: said,
    summary,
    remark,
    next = 'nothing',
    another,
    offersOwn = false,
    kept,
  } = sentence;
  const values = {
    lang: language,
    fallbackText: summary,
    title,
    text: said,
    remark: remark === undefined ? '' : storedSaid(language, remark),
    remarkStyle: 'accent',
    ...nextLabels(next, language, another),
    ownLabel: offersOwn ? text(language, 'notice.own') : '',
    ...keptValues(kept, language),
  };
  return { template: 'notice', values, summary };
}

function keptValues(kept: Sentence['kept'], language: Language) {
  const { lines = [], draft = '', revision = 0, step = '' } = kept ?? {};
  return {
    lines: lines.map(({ label, answer }) => ({
      label: wordsLine(language, label, mostTitle),
      answer: plain(answer),
    })),
    deleteLabel: lines.length > 0 ? text(language, 'intake.paused.delete') : '',
    ...{ draft, revision, step },
  };
}

/** The button on which one goes on: empty labels are no buttons. */
export function nextLabels(next: Next, language: Language, another = false) {
  return {
    continueLabel: next === 'continue' ? text(language, 'notice.continue') : '',
    startLabel: next === 'start' ? text(language, another ? 'notice.start-another' : 'notice.start') : '',
  };
}
