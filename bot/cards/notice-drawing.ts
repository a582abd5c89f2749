import type { IntakeView } from '../conversation/intake-view.ts';
import type { Next, PersonalView } from '../conversation/personal-view.ts';
import type { Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plainLine } from './escape.ts';
import { storedPlainly, storedSaid } from './said-safely.ts';

const mostTitle = 120;

/** A sentence or a few, and where to go on. */
export function noticeDrawing(view: Extract<PersonalView, { kind: 'notice' }>, language: Language): Drawing {
  return sentenceDrawing(language, {
    text: storedSaid(language, view),
    summary: storedPlainly(language, view),
    next: view.next,
    another: view.text === 'notice.handed-in',
    offersOwn: view.text === 'notice.handed-in' || view.text.startsWith('notice.closed'),
  });
}

type ClosedView = Extract<IntakeView, { state: 'not-open' | 'handing-in' | 'handed-in' | 'discarded' }>;

/** The card of a draft that can't be gone on with. */
export function closedIntakeDrawing(view: ClosedView, language: Language): Drawing {
  const { remark } = view;
  switch (view.state) {
    case 'not-open': {
      const { notice } = view;
      return sentenceDrawing(language, {
        text: storedSaid(language, notice),
        summary: storedPlainly(language, notice),
        remark,
        offersOwn: true,
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

interface Sentence {
  title?: string;
  text: string;
  summary: string;
  remark?: Remark;
  next?: Next;
  /** It would not be their first. */
  another?: boolean;
  offersOwn?: boolean;
}

function sentenceDrawing(language: Language, sentence: Sentence): Drawing {
  const { title = '', text: said, summary, remark, next = 'nothing', another, offersOwn = false } = sentence;
  const values = {
    lang: language,
    fallbackText: summary,
    title,
    text: said,
    remark: remark === undefined ? '' : storedSaid(language, remark),
    remarkStyle: 'accent',
    ...nextLabels(next, language, another),
    ownLabel: offersOwn ? text(language, 'notice.own') : '',
  };
  return { template: 'notice', values, summary };
}

/** The button on which one goes on: empty labels are no buttons. */
export function nextLabels(next: Next, language: Language, another = false) {
  return {
    continueLabel: next === 'continue' ? text(language, 'notice.continue') : '',
    startLabel: next === 'start' ? text(language, another ? 'notice.start-another' : 'notice.start') : '',
  };
}
