import { languageOf } from '../conversation/personal-view.ts';
import type { PersonId } from '../domain/person.ts';
import { personKeyOf } from '../domain/person.ts';
import type { Language } from '../domain/person.ts';
import type { JudgeContacts } from '../use-cases/chasing/judge-contacts.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewOwnSheet } from '../use-cases/judging/score-submission.ts';
import { viewLate } from '../use-cases/chasing/view-late.ts';
import { viewTodo } from '../use-cases/judging/view-todo.ts';
import type { World } from '../use-cases/world.ts';
import type { Drawing } from './drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { judgingReminderDrawing } from './judging-reminder-drawing.ts';
import { contentOf } from './jury-tap.ts';
import { bareTitle } from './jury-submission-lines.ts';
import { lateJudgesDrawing } from './late-judges-drawing.ts';
import type { JudgingContent } from './render-message.ts';
import { sheetCard } from './sheet-card.ts';
import type { TabLink } from './tab-link.ts';
import { todoListDrawing } from './todo-list-drawing.ts';

export interface JudgingMessageContext {
  world: World;
  contacts: JudgeContacts;
  deepLink: TabLink;
}

interface Drawn {
  card: Card;
  summary: string;
}

/**
 * A message to somebody about what they or others have to judge, from what is true now. `undefined`: there is nothing
 * to show (any more), or not to them.
 */
export async function renderJudgingMessage(
  context: JudgingMessageContext,
  person: PersonId,
  content: JudgingContent,
): Promise<Drawn | undefined> {
  const language = await languageOf(context.world, person);
  try {
    if (content.kind === 'judging-sheet') return await drawSheet(context, person, content, language);
    const drawing = await draw(context, person, content, language);
    return drawing && { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}

async function draw(
  { world, contacts }: JudgingMessageContext,
  person: PersonId,
  content: Exclude<JudgingContent, { kind: 'judging-sheet' }>,
  language: Language,
): Promise<Drawing | undefined> {
  const key = personKeyOf(person);
  switch (content.kind) {
    case 'judging-todo':
      return todoListDrawing(await viewTodo(world, key), language);
    case 'judging-reminder': {
      const view = await viewTodo(world, key);
      return view.round.id === content.roundId ? judgingReminderDrawing(view, language) : undefined;
    }
    case 'judging-late':
      return lateJudgesDrawing(await viewLate(world, contacts, key), language);
    default:
      return content satisfies never;
  }
}

async function drawSheet(
  { world, deepLink }: JudgingMessageContext,
  person: PersonId,
  { submissionId, roundId }: Extract<JudgingContent, { kind: 'judging-sheet' }>,
  language: Language,
): Promise<Drawn> {
  const view = await viewOwnSheet(world, personKeyOf(person), submissionId, roundId);
  return {
    card: sheetCard(language, { view, content: contentOf(view), inChat: true }, deepLink),
    summary: bareTitle(view.submission),
  };
}
