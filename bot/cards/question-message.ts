import { languageOf } from '../conversation/personal-view.ts';
import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import type { World } from '../use-cases/world.ts';
import { viewQuestion, viewQuestionLine } from '../use-cases/questions/view-question.ts';
import type { Drawing } from './drawing.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { questionFormDrawing, questionLineDrawing, questionPostDrawing } from './question-cards.ts';

type QuestionContent = Extract<MessageContent, { kind: `question-${string}` }>;

/** A message about a question to the organisation. `undefined`: there is nothing to show. */
export async function questionMessage(
  world: Pick<World, 'store'>,
  content: QuestionContent,
  destination: Destination,
): Promise<{ card: Card; summary: string } | undefined> {
  const drawing = await draw(world, content, destination);
  return drawing && { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}

async function draw(
  world: Pick<World, 'store'>,
  content: QuestionContent,
  destination: Destination,
): Promise<Drawing | undefined> {
  switch (content.kind) {
    case 'question-post': {
      const view = await viewQuestion(world.store, content.questionId);
      return view && questionPostDrawing(view);
    }
    case 'question-line': {
      const view = await viewQuestionLine(world.store, content.questionId, content.place);
      if (destination.kind !== 'person') return view && questionLineDrawing(view, { in: 'thread' });
      return view && questionLineDrawing(view, { in: 'chat', language: view.question.asker.language });
    }
    case 'question-form': {
      if (destination.kind !== 'person') return undefined;
      return questionFormDrawing(await languageOf(world, destination.person));
    }
    default:
      return content satisfies never;
  }
}
