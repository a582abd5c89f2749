import type { FeedbackView } from '../conversation/feedback-view.ts';
import type { Language } from '../domain/person.ts';
import { speak } from '../texts/texts.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { saidSafely } from './said-safely.ts';

/** Bytes of all remarks together, escaped; the rest of the card takes less than 14 KB. */
const mostRemarked = 5_000;
/** Of all that is said besides; a card that is as long as this says where the rest is. */
const mostWords = 2_500;
const mostRemark = 600;

/** What a submitter hears of a round. */
export function feedbackDrawing(view: FeedbackView, language: Language): Drawing {
  const say = speak(language);
  const { number, title } = view;
  const remarks = fitting(view.remarks);
  const left = view.remarks.length - remarks.length;
  const heading = say('feedback.title', { round: bareLine(view.round, 80) });
  const values = {
    lang: language,
    fallbackText: `${heading} · ${bareLine(title, 120)}`,
    overline: `${plainLine(number, 40)} · ${plainLine(title, 120)}`,
    title: saidSafely(language, 'feedback.title', { round: view.round }),
    words: wordsOf(view.words),
    remarksTitle: remarks.length > 0 ? say('feedback.remarks') : '',
    remarks: remarks.map(({ about, text }) => ({ about, text })),
    more: left > 0 ? say('feedback.remarks.more', { count: left }) : '',
  };
  return { template: 'feedback', values, summary: `${heading} · ${bareLine(title, 120)}` };
}

/** The same on the card of the submission, among what was entered. */
export function feedbackLine(view: FeedbackView, language: Language): { label: string; answer: string } {
  const remarks = view.remarks.map(({ about, text }) => (about === undefined ? text : `${about}: ${text}`));
  const title = saidSafely(language, 'feedback.title', { round: view.round });
  return { label: title, answer: [view.words, ...remarks].join('\n') };
}

function wordsOf(words: string): string {
  return Array.from(words).length <= mostWords ? plain(words) : plainLine(words, mostWords);
}

/** As many as fit. */
function fitting(remarks: FeedbackView['remarks']): { about: string; text: string }[] {
  let room = mostRemarked;
  const kept: { about: string; text: string }[] = [];
  for (const { about = '', text } of remarks) {
    const drawn = { about: plainLine(about, 60), text: plainLine(text, mostRemark) };
    room -= Buffer.byteLength(JSON.stringify(drawn)) + 200;
    if (room < 0) break;
    kept.push(drawn);
  }
  return kept;
}
