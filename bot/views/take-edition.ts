import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition, RoundId } from '../domain/edition/edition.ts';
import type { PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { roundCuts } from '../store/documents/cut-documents.ts';
import { editionDrafts } from '../store/documents/edition-draft-documents.ts';
import {
  currentEditions,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../store/documents/edition-documents.ts';
import { roundClosings, roundTurnDocuments } from '../store/documents/judging-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import { getOrAdd } from './read-model-facts.ts';
import type { Taking } from './taking.ts';
import { outdateEdition } from './taking.ts';

/** What is kept of an edition: how it is set up, who is what in it, how its rounds stand, and that a cut changed. */
export const editionKinds = [
  editions,
  editionRoles,
  editionDrafts,
  currentEditions,
  roundCuts,
  roundClosings,
  roundTurnDocuments,
];

export function takeOfEdition(taking: Taking, document: StoredDocument): void {
  const { facts, cuts } = taking;
  const editionId = editionIn(document);
  if (editionRoles.is(document)) takeRole(taking, editionId, editionRoles.parse(document).value);
  else if (editions.is(document)) takeEdition(taking, editions.parse(document).value);
  else if (editionDrafts.is(document)) takeDraft(taking, editionId);
  else if (currentEditions.is(document)) {
    taking.editions.tell({ editionId: currentEditions.parse(document).value.editionId, about: 'edition' });
  } else if (roundCuts.is(document)) {
    const { roundId, categoryId } = roundCuts.parse(document).value;
    cuts.tell({ editionId, roundId, categoryId });
  } else if (roundClosings.is(document)) {
    tellCutsOf(taking, editionId, [roundClosings.parse(document).value.roundId]);
  } else if (roundTurnDocuments.is(document)) {
    tellCutsOf(taking, editionId, facts.editions.get(editionId)?.rounds.map(({ id }) => id) ?? []);
    taking.editions.tell({ editionId, about: 'edition' });
  }
}

/** The place of somebody who was erased: it stands under another name now. */
export function takeRoleAway(taking: Taking, document: StoredDocument): void {
  if (!document.id.startsWith(rolePrefix)) return;
  const editionId = editionIn(document);
  const person = document.id.slice(rolePrefix.length);
  taking.facts.roles.get(editionId)?.delete(person);
  outdateEdition(taking, editionId);
  taking.editions.tell({ editionId, about: 'place', person });
}

function takeRole(taking: Taking, editionId: string, role: EditionRole): void {
  const person = personId(role);
  getOrAdd(taking.facts.roles, editionId, () => new Map<PersonId, EditionRole>()).set(person, role);
  outdateEdition(taking, editionId);
  taking.editions.tell({ editionId, about: 'place', person });
}

function takeEdition(taking: Taking, edition: Edition): void {
  taking.facts.editions.set(edition.id, edition);
  taking.facts.writtenEditionIds.add(edition.id);
  outdateEdition(taking, edition.id);
  taking.editions.tell({ editionId: edition.id, about: 'edition' });
}

function takeDraft({ facts, editions: told }: Taking, editionId: string): void {
  facts.writtenEditionIds.add(editionId);
  told.tell({ editionId, about: 'draft' });
}

/** When a round is opened or closed by hand, or its sheets were frozen, every cut of it can be something else. */
function tellCutsOf({ facts, cuts }: Taking, editionId: string, roundIds: readonly RoundId[]): void {
  for (const { id: categoryId } of facts.editions.get(editionId)?.categories ?? []) {
    for (const roundId of roundIds) cuts.tell({ editionId, categoryId, roundId });
  }
}

/** Also of what is not an edition's, of which it says nothing. */
function editionIn({ partition }: StoredDocument): string {
  return partition.slice(editionPartition('').length);
}
