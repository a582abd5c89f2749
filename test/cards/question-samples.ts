import {
  questionFormDrawing,
  questionLineDrawing,
  questionPostDrawing,
} from '../../bot/cards/question-cards.ts';
import type { QuestionLineView } from '../../bot/use-cases/questions/view-question.ts';

/** The cards of questions to the organisation as people meet them, to look at and to test. */

const asked = {
  questionId: 'vraag',
  place: 1,
  from: 'asker',
  by: 'tenant:sanne',
  name: 'Sanne de Wit',
  text: 'Wij deden een proef van *drie* maanden.\nMag die meedoen, ook al is hij pas in juli afgerond?',
  at: '2026-11-22T10:00:00.000Z',
} as const;

export const view: QuestionLineView = {
  question: {
    id: 'vraag',
    editionId: 'gemeentedelers-2027',
    asker: {
      person: 'tenant:sanne',
      name: 'Sanne de Wit',
      mail: 'sanne.dewit@utrecht.example',
      language: 'nl',
    },
    askedAt: asked.at,
    lines: 2,
  },
  asked,
  zone: 'Europe/Amsterdam',
  line: {
    ...asked,
    place: 2,
    from: 'organisation',
    by: 'tenant:daan',
    name: 'Daan Bakker',
    text: 'Ja, dat mag. De proef is afgerond, en dat telt.',
  },
};
const answered = {
  ...view,
  question: { ...view.question, answered: { name: 'Daan Bakker', at: '2026-11-22T11:30:00.000Z' } },
};
const reply = { ...view, line: { ...asked, place: 3, text: 'Dank u wel.' } };
const empty = { typed: '', fault: { text: 'question.empty' } } as const;

/** By card, then by file name without `.json`. */
export const questionSamples: Record<string, Record<string, object>> = {
  'question-post': {
    sample: questionPostDrawing(view).values,
    'sample.answered': questionPostDrawing(answered).values,
    'sample.empty': questionPostDrawing(view, empty).values,
  },
  'question-form': {
    sample: questionFormDrawing('nl').values,
    'sample.english': questionFormDrawing('en', empty).values,
  },
  'question-line': {
    sample: questionLineDrawing(view, { in: 'chat', language: 'nl' }).values,
    'sample.english': questionLineDrawing(view, { in: 'chat', language: 'en' }).values,
    'sample.sent': questionLineDrawing(view, { in: 'chat', language: 'nl' }, { sent: true }).values,
    'sample.thread': questionLineDrawing(view, { in: 'thread' }).values,
    'sample.reply': questionLineDrawing(reply, { in: 'thread' }).values,
  },
};
