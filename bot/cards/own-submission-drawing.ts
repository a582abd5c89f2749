import { closingText } from '../conversation/closing-text.ts';
import type { OwnSubmissionView } from '../conversation/own-submission-view.ts';
import { wordsText } from '../conversation/wording.ts';
import type { Remark } from '../domain/draft/draft.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { feedbackLine } from './feedback-drawing.ts';
import { ownActions } from './own-actions.ts';
import { besidesText, stageText } from './own-stage-text.ts';
import { saidSafely, storedSaid } from './said-safely.ts';

/** Bytes of all answers together, escaped; the rest of the card takes less than 6 KB. */
const mostAnswered = 12_000;

/** All that was entered, and what its submitter can do with it. */
export function ownSubmissionDrawing(view: OwnSubmissionView, language: Language): Drawing {
  const { number, title, remark, asking, id, revision } = view;
  const say = speak(language);
  const closing = closingText(language, view);
  const actions = ownActions(view, language);
  const name = `${number} · ${bareLine(title, 120)}`;
  const values = {
    lang: language,
    fallbackText: name,
    overline: saidSafely(language, 'own.overline', { edition: view.edition, number }),
    title: plainLine(title, 120),
    stage: stageText(view, language),
    besides: besidesText(view, language),
    remark: remark === undefined ? '' : storedSaid(language, remark),
    question: asking ? say('own.withdraw.question') : '',
    explanation: asking ? say('own.withdraw.explanation', { number, closing }) : '',
    lines: asking || isDone(remark) ? [] : fitting(view, language),
    yesLabel: asking ? say('own.withdraw.yes') : '',
    noLabel: asking ? say('own.withdraw.no') : '',
    ...(asking ? { ...actions, changeLabel: '', withdrawLabel: '', restoreLabel: '' } : actions),
    ownLabel: asking ? '' : say('notice.own'),
    submission: id,
    revision,
  };
  return { template: 'own-submission', values, summary: asking ? say('own.withdraw.question') : name };
}

/** Told that it was done, people look for what they can do now, not for what they know. */
function isDone(remark: Remark | undefined): boolean {
  return remark?.text === 'own.withdrawn' || remark?.text === 'own.restored';
}

/** As long as the answers may be to fit together: each in full, or all shortened as little as needed. */
function fitting(view: OwnSubmissionView, language: Language): { label: string; answer: string }[] {
  // The title is the heading.
  const lines = view.lines.filter(({ step }) => step !== 'title');
  const heard = (view.feedback ?? []).map((feedback) => feedbackLine(feedback, language));
  const labels = [
    ...heard.map(({ label }) => label),
    ...lines.map(({ label }) => plainLine(wordsText(language, label), 60)),
  ];
  const withLabels = (shown: string[]) =>
    shown.map((answer, index) => ({ label: labels[index] ?? '', answer }));
  const answers = [...heard, ...lines].map(({ answer }) => answer);
  const whole = answers.map(plain);
  if (bytesOf(whole) <= mostAnswered) return withLabels(whole);
  for (let most = 1_000; ; most = Math.floor(most / 2)) {
    const shortened = answers.map((answer) => plainLine(answer, most));
    if (bytesOf(shortened) <= mostAnswered || most < 50) return withLabels(shortened);
  }
}

function bytesOf(answers: string[]): number {
  return Buffer.byteLength(JSON.stringify(answers));
}
