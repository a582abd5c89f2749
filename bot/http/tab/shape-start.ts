import type { Edition, Round } from '../../domain/edition/edition.ts';
import { localText, phaseOf } from '../../domain/edition/edition.ts';
import type { Language } from '../../domain/person.ts';
import type { OwnStart, StartTask as Task, StartView } from '../../use-cases/overview/view-start.ts';
import type { Start, StartTask } from '../contract/start.ts';
import { categoryName, shapeLine } from './shape.ts';

/** Field by field, as in shape.ts. @param chat the link to the chat with the bot */
export function shapeStart({ now, edition, tasks, own }: StartView, language: Language, chat: string): Start {
  return {
    now,
    steps: edition && shapeSteps(edition, language, now),
    tasks: edition === undefined ? [] : tasks.map((task) => shapeTask(edition, task, language)),
    own: own.map((each) => shapeOwn(each, language)),
    chat,
  };
}

function shapeSteps(edition: Edition, language: Language, now: string): NonNullable<Start['steps']> {
  const step = (period: Pick<Edition, 'opensAt' | 'closesAt'>) => ({
    opensAt: period.opensAt,
    closesAt: period.closesAt,
    phase: phaseOf(period, now),
  });
  const rounds = edition.rounds.map((round) => ({ round: named(round, language), ...step(round) }));
  return [step(edition), ...rounds];
}

function shapeTask(edition: Edition, task: Task, language: Language): StartTask {
  switch (task.kind) {
    case 'judge': {
      const { kind, round, counts, next } = task;
      const { all, done, left } = counts;
      const line = next && shapeLine(edition, next);
      return { kind, round: named(round, language), closesAt: round.closesAt, all, done, left, next: line };
    }
    case 'judge-later':
      return { kind: task.kind, round: named(task.round, language), opensAt: task.round.opensAt };
    case 'late-judges': {
      const { kind, round, late, sheets } = task;
      return { kind, round: named(round, language), closesAt: round.closesAt, late, sheets };
    }
    case 'soon': {
      const { kind, what, round, at } = task;
      return { kind, what, round: round && named(round, language), at };
    }
    case 'unbound-channels': {
      const { kind, jury, organisers } = task;
      return { kind, jury: jury.map(({ name }) => localText(name, language)), organisers };
    }
    case 'cut': {
      const { kind, what, round, category } = task;
      return { kind, what, round: named(round, language), category: named(category, language) };
    }
    case 'hand-in':
      return { kind: task.kind, closesAt: task.closesAt };
    case 'finish-draft':
      return { kind: task.kind, title: task.title, changes: task.changes, closesAt: task.closesAt };
    default:
      return task satisfies never;
  }
}

function shapeOwn({ edition, submission, stage, feedbackAt }: OwnStart, language: Language): Start['own'][0] {
  return {
    submission: shapeLine(edition, submission),
    categoryName: categoryName(edition, submission.categoryId, language),
    status: submission.status,
    submittedAt: submission.submittedAt,
    stage: stage.kind,
    until: untilOf(edition, stage),
    feedbackAt,
  };
}

function untilOf(edition: Edition, stage: OwnStart['stage']): string | undefined {
  switch (stage.kind) {
    case 'judging':
      return stage.until;
    case 'received':
    case 'withdrawn':
      return edition.closesAt;
    case 'waiting':
    case 'judged':
      return undefined;
    default:
      return stage satisfies never;
  }
}

function named({ id, name }: Pick<Round, 'name'> & { id: string }, language: Language) {
  return { id, name: localText(name, language) };
}
