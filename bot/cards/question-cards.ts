import type { Language } from '../domain/person.ts';
import type { QuestionLine } from '../domain/question.ts';
import { momentText } from '../texts/dates.ts';
import type { TextKey, TextValues } from '../texts/texts.ts';
import { text } from '../texts/texts.ts';
import type { QuestionLineView, QuestionView } from '../use-cases/questions/view-question.ts';
import type { Drawing } from './drawing.ts';
import { bareLine, plain, plainLine } from './escape.ts';
import { saidSafely } from './said-safely.ts';

/** What stands in the input when it could not be sent, and why. */
export interface Unsent {
  typed: string;
  fault: { text: TextKey; values?: TextValues };
}

/** A channel has one post for people of every language. */
const channelLanguage: Language = 'nl';
const mostName = 100;
const mostQuoted = 200;

/** The post of a question in the organisers' channel. */
export function questionPostDrawing({ question, asked, zone }: QuestionView, unsent?: Unsent): Drawing {
  const language = channelLanguage;
  const { asker, answered, askedAt } = question;
  const values = {
    lang: language,
    fallbackText: bareLine(text(language, 'question.summary.post', summaryOf(asked)), mostQuoted),
    overline: text(language, 'question.overline', { received: momentText(language, askedAt, zone) }),
    asker: plainLine(asker.name, mostName),
    mail: plainLine(asker.mail ?? '', 2 * mostName),
    question: plain(asked.text),
    status:
      answered === undefined
        ? text(language, 'question.status.open')
        : saidSafely(language, 'question.status.answered', {
            name: answered.name,
            at: momentText(language, answered.at, zone),
          }),
    how: saidSafely(language, 'question.how', { name: asker.name }),
    ...faultValues(language, unsent),
    answer: unsent?.typed ?? '',
    answerLabel: text(language, 'question.answer.label'),
    answerPlaceholder: text(language, 'question.answer.placeholder'),
    sendLabel: text(language, 'question.answer.send'),
    id: question.id,
    lines: question.lines,
  };
  return { template: 'question-post', values, summary: values.fallbackText };
}

/** Where somebody can put a question. */
export function questionFormDrawing(language: Language, unsent?: Unsent): Drawing {
  const title = text(language, 'question.form.title');
  const values = {
    lang: language,
    fallbackText: title,
    title,
    explanation: text(language, 'question.form.explanation'),
    ...faultValues(language, unsent),
    question: unsent?.typed ?? '',
    questionLabel: text(language, 'question.form.label'),
    questionPlaceholder: text(language, 'question.form.placeholder'),
    sendLabel: text(language, 'question.form.send'),
  };
  return { template: 'question-form', values, summary: title };
}

/** For whom a line is drawn: who asked, in their chat, or the organisation, below the post. */
type Reader = { in: 'chat'; language: Language } | { in: 'thread' };

/** One thing that was said about a question; in the chat it can be replied to. */
export function questionLineDrawing(
  { question, asked, line }: QuestionLineView,
  reader: Reader,
  after: { unsent?: Unsent; sent?: boolean } = {},
): Drawing {
  const language = reader.in === 'chat' ? reader.language : channelLanguage;
  const isChat = reader.in === 'chat';
  const summary = text(
    language,
    line.from === 'organisation' ? 'question.summary.answer' : 'question.summary.reply',
    summaryOf(line),
  );
  const values = {
    lang: language,
    fallbackText: bareLine(summary, mostQuoted),
    overline: overlineOf(line, question.asker.name, reader, language),
    name: plainLine(line.name, mostName),
    said: plain(line.text),
    asked: isChat
      ? saidSafely(language, 'question.asked', { question: bareLine(asked.text, mostQuoted) })
      : '',
    sent: after.sent === true ? text(language, 'question.reply.sent') : '',
    ...faultValues(language, after.unsent),
    canReply: isChat && after.sent !== true,
    reply: after.unsent?.typed ?? '',
    replyLabel: text(language, 'question.reply.label'),
    replyPlaceholder: text(language, 'question.reply.placeholder'),
    sendLabel: text(language, 'question.reply.send'),
    id: question.id,
    place: line.place,
  };
  return { template: 'question-line', values, summary: values.fallbackText };
}

function overlineOf(line: QuestionLine, asker: string, reader: Reader, language: Language): string {
  if (line.from === 'asker') return text(language, 'question.reply.overline');
  if (reader.in === 'chat') return text(language, 'question.answer.overline');
  return saidSafely(language, 'question.colleague.overline', { name: asker });
}

function summaryOf({ name, text: said }: QuestionLine) {
  return { name, question: said, said };
}

function faultValues(language: Language, unsent: Unsent | undefined) {
  return { fault: unsent === undefined ? '' : text(language, unsent.fault.text, unsent.fault.values) };
}
