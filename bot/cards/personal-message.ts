import type { PersonalView } from '../conversation/personal-view.ts';
import { languageOf, viewPersonal } from '../conversation/personal-view.ts';
import type { MessageContent } from '../domain/outgoing-message.ts';
import type { Language, PersonId } from '../domain/person.ts';
import type { World } from '../use-cases/world.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { personalDrawing } from './personal-drawing.ts';

export interface PersonalMessage {
  card: Card;
  /** For a notification: plain text. */
  summary: string;
}

/** A message of the personal chat, in the language of who it is for. `undefined`: there is nothing to show. */
export async function renderPersonalMessage(
  world: World,
  person: PersonId,
  content: MessageContent,
): Promise<PersonalMessage | undefined> {
  const language = await languageOf(world, person);
  const view = await viewPersonal(world, person, content, language);
  return view && drawPersonal(view, language);
}

export function drawPersonal(view: PersonalView, language: Language): PersonalMessage {
  const { template, values, summary } = personalDrawing(view, language);
  return { card: expandCard(template, values), summary };
}
