import type { AskingView, IntakeView, ReviewView } from '../conversation/intake-view.ts';
import type { Input, Option } from '../conversation/steps/step.ts';
import type { Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { text } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { intakeLine } from './intake-line.ts';
import { intakePauseDrawing } from './intake-pause-drawing.ts';
import { closedIntakeDrawing } from './notice-drawing.ts';
import { saidSafely, storedPlainly, storedSaid } from './said-safely.ts';

/** The living card of a draft. */
export function intakeDrawing(view: IntakeView, language: Language): Drawing {
  switch (view.state) {
    case 'asking':
      return askingDrawing(view, language);
    case 'review':
      return reviewDrawing(view, language);
    case 'paused':
    case 'starting-over':
      return intakePauseDrawing(view, language);
    case 'not-open':
    case 'handing-in':
    case 'handed-in':
    case 'discarded':
      return closedIntakeDrawing(view, language);
    default:
      return view satisfies never;
  }
}

type Remarked<V> = V & { remark?: Remark; edition: string };

function askingDrawing(view: Remarked<AskingView>, language: Language): Drawing {
  const question = text(language, view.question, view.values);
  const { draft, revision, step } = view;
  const values = {
    lang: language,
    fallbackText: text(language, 'intake.fallback', { question }),
    overline: overline(view, language),
    lines: view.lines.map((line) => ({ text: intakeLine(line, language) })),
    ...remarkValues(view.remark, language),
    question: saidSafely(language, view.question, view.values),
    explanation: saidSafely(language, view.explanation, view.values),
    options: view.options.map((option) => optionValues(option, language)),
    inputs: view.inputs.map((input) => inputValues(input, language)),
    nextLabel: text(language, 'intake.next'),
    backLabel: text(language, 'intake.back'),
    stopLabel: text(language, 'intake.stop'),
    mayGoBack: view.mayGoBack,
    ...{ draft, revision, step },
  };
  return { template: 'intake', values, summary: summaryOf(view, question, language) };
}

function reviewDrawing(view: Remarked<ReviewView>, language: Language): Drawing {
  const question = text(language, 'intake.review.question');
  const { draft, revision, step } = view;
  const values = {
    lang: language,
    fallbackText: text(language, 'intake.fallback', { question }),
    overline: overline(view, language),
    ...remarkValues(view.remark, language),
    question,
    explanation: text(language, 'intake.review.explanation', { closing: view.closing }),
    lines: view.lines.map((line) => ({
      line: line.step,
      label: text(language, line.label),
      answer: plain(line.answer),
      changeTitle: text(language, 'intake.review.change-line', { label: text(language, line.label) }),
    })),
    changeLabel: text(language, 'intake.review.change'),
    handInLabel: text(language, 'intake.review.hand-in'),
    backLabel: text(language, 'intake.back'),
    stopLabel: text(language, 'intake.stop'),
    ...{ draft, revision, step },
  };
  return { template: 'intake-review', values, summary: summaryOf(view, question, language) };
}

interface Place {
  edition: string;
  position: number;
  of: number;
  remark?: Remark;
}

function overline({ edition, position, of }: Place, language: Language): string {
  return saidSafely(language, 'intake.position', { edition, position, of });
}

/** First what was wrong, if something was: that is what a notification is for. */
function summaryOf({ position, of, remark }: Place, question: string, language: Language): string {
  if (remark?.tone === 'mend') return storedPlainly(language, remark) || question;
  return bareLine(text(language, 'intake.summary', { position, of, question }), 200);
}

/** A greeting is the card's own words; anything else stands out. */
function remarkValues(remark: Remark | undefined, language: Language) {
  const said = remark === undefined ? '' : storedSaid(language, remark);
  const greets = remark?.tone === 'welcome';
  return {
    welcome: greets ? said : '',
    remark: greets ? '' : said,
    remarkStyle: remark?.tone === 'mend' ? 'warning' : 'accent',
  };
}

function optionValues({ value, title, explanation = '', chosen = false }: Option, language: Language) {
  const named = chosen ? text(language, 'intake.chosen', { option: title }) : title;
  return {
    value,
    title: plainLine(named, 200),
    explanation: plainLine(explanation, 300),
    // What a screen reader says of it.
    label: bareLine(explanation === '' ? named : `${named}. ${explanation}`, 300),
  };
}

function inputValues({ id, label, placeholder, kind, value }: Input, language: Language) {
  return {
    id,
    label: text(language, label),
    placeholder: text(language, placeholder),
    value,
    isMultiline: kind === 'lines',
    style: kind === 'mail' ? 'Email' : 'Text',
  };
}
