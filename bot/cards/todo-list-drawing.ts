import { closingText } from '../conversation/closing-text.ts';
import type { Language } from '../domain/person.ts';
import { localText } from '../domain/edition/edition.ts';
import { numberText } from '../domain/submission/submission.ts';
import { momentText } from '../texts/dates.ts';
import { speak } from '../texts/texts.ts';
import type { JudgeTask } from '../use-cases/judging/judge-tasks.ts';
import { isLeft } from '../use-cases/judging/judge-tasks.ts';
import type { TodoView } from '../use-cases/judging/view-todo.ts';
import type { Drawing } from './drawing.ts';
import { plainLine } from './escape.ts';

/** As many as one can look over on a phone. */
const onePage = 8;
const titleShown = 80;
const roundShown = 60;

/** What a judge has to do, what is left first; a page at a time. */
export function todoListDrawing(view: TodoView, language: Language, page = 0): Drawing {
  const say = speak(language);
  const shown = inView(view);
  const begin = page * onePage < shown.length ? page * onePage : 0;
  const lines = shown.slice(begin, begin + onePage);
  const title = titleText(view, language);
  const values = {
    lang: language,
    fallbackText: title,
    title,
    text: explanation(view, language),
    next: nextRoundText(view, language),
    lines: lines.map((task) => lineOf(view, task, language)),
    shown:
      shown.length > onePage
        ? say('todo.shown', { from: begin + 1, to: begin + lines.length, count: shown.length })
        : '',
    nextLabel: isAtWork(view) ? say('todo.next') : '',
    firstLabel: begin > 0 ? say('todo.first') : '',
    moreLabel: begin + onePage < shown.length ? say('todo.more') : '',
    nextPage: begin / onePage + 1,
  };
  return { template: 'todo-list', values, summary: title };
}

function isAtWork({ roundPhase, counts }: TodoView): boolean {
  return roundPhase === 'open' && counts.left > 0;
}

/** What is left first; when the round has closed only what they handed in can still be looked at. */
function inView({ roundPhase, tasks }: TodoView): JudgeTask[] {
  if (roundPhase === 'before') return [];
  if (roundPhase === 'closed') return tasks.filter(({ state }) => state === 'handed-in');
  return [...tasks.filter(isLeft), ...tasks.filter((task) => !isLeft(task))];
}

function titleText(view: TodoView, language: Language): string {
  const say = speak(language);
  const { roundPhase, counts, tasks, round } = view;
  if (roundPhase !== 'open') {
    const name = plainLine(localText(round.name, language), roundShown);
    return say(roundPhase === 'before' ? 'todo.title.before' : 'todo.title.closed', { round: name });
  }
  if (tasks.length === 0) return say('todo.title.nothing');
  return counts.left === 0
    ? say('todo.title.done')
    : say('todo.title', { all: counts.all, done: counts.done });
}

function explanation(view: TodoView, language: Language): string {
  const say = speak(language);
  const { roundPhase, counts, tasks, round, edition } = view;
  const closing = closingText(language, { closesAt: round.closesAt, zone: edition.zone });
  const { all, done, left } = counts;
  if (roundPhase === 'before') {
    return say('todo.text.before', { moment: momentText(language, round.opensAt, edition.zone) });
  }
  if (roundPhase === 'closed') return all === 0 ? '' : say('todo.text.closed', { all, done });
  if (tasks.length === 0) return say('todo.text.nothing');
  if (all === 0) return say('todo.text.abstained', { closing });
  return left === 0 ? say('todo.text.done', { all, closing }) : say('todo.text', { left, closing });
}

/** When there will be something to do, for who has nothing to do now. */
function nextRoundText(view: TodoView, language: Language): string {
  const { nextRound, roundPhase, edition, round } = view;
  if (nextRound === undefined || isAtWork(view)) return '';
  if (roundPhase === 'before' && nextRound.id === round.id) return '';
  return speak(language)('todo.next-round', {
    round: plainLine(localText(nextRound.name, language), roundShown),
    moment: momentText(language, nextRound.opensAt, edition.zone),
  });
}

function lineOf({ edition, round }: TodoView, { submission, state }: JudgeTask, language: Language) {
  const say = speak(language);
  const number = numberText(edition.numberPrefix, submission.number);
  return {
    submission: submission.id,
    round: round.id,
    line: `${number} · ${plainLine(submission.title, titleShown)}`,
    state: say(`todo.state.${state}`),
    isDone: state === 'handed-in',
    openHint: say('todo.open', { number }),
  };
}
