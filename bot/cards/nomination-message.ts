import type { Destination, MessageContent } from '../domain/outgoing-message.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import type { DocumentStore } from '../store/port.ts';
import { viewNomination } from '../use-cases/view-nomination.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { nominationInvitationDrawing, nominationPostDrawing } from './nomination-cards.ts';
import type { TabLink } from './tab-link.ts';

type NominationContent = Extract<MessageContent, { kind: `nomination-${string}` }>;

/** A message about a nomination. `undefined`: it is none any more. */
export async function nominationMessage(
  store: DocumentStore,
  { kind, submissionId }: NominationContent,
  destination: Destination,
  link: TabLink,
): Promise<{ card: Card; summary: string } | undefined> {
  const view = await viewNomination(store, submissionId);
  if (view === undefined) return undefined;
  const language = kind === 'nomination-post' ? undefined : await languageOf(store, destination);
  const drawing =
    language === undefined ? nominationPostDrawing(view, link) : nominationInvitationDrawing(view, language);
  return { card: expandCard(drawing.template, drawing.values), summary: drawing.summary };
}

async function languageOf(store: DocumentStore, destination: Destination) {
  if (destination.kind !== 'person') return 'nl';
  const person = await people.read(store, personPartition(destination.person), personDocumentId);
  return person?.value.language ?? 'nl';
}
