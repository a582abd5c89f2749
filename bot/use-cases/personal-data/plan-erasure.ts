import { mayEndOrganising } from '../../domain/access.ts';
import type { Role } from '../../domain/edition/edition-role.ts';
import type { ErasedWords, Marks } from '../../domain/erasure/marks.ts';
import { isTheirId } from '../../domain/erasure/marks.ts';
import { Redactor } from '../../domain/erasure/redact.ts';
import { personId, pseudonymOf } from '../../domain/person.ts';
import { editionPartition, editionRoles } from '../../store/documents/edition-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { findCurrentEdition, rolesOf } from '../edition-context.ts';
import type { Share } from './find-person-data.ts';
import { isContactIn, MarkSearch, shareOf } from './find-person-data.ts';
import { everyDocument } from '../../store/whole-feed.ts';

/** What erasing somebody would do, and what is in the way. */
export interface ErasurePlan {
  counts: Record<Share, number>;
  /** Roles in the edition that runs. */
  roles: Role[];
  /** Nobody else is organiser of the edition that runs. */
  isLastOrganiser: boolean;
  /** Other editions that nobody organises any more after it. */
  left: string[];
}

export async function planErasure(
  store: DocumentStore,
  marks: Marks,
  words: ErasedWords,
): Promise<ErasurePlan> {
  const erasure = { marks, words, pseudonym: pseudonymOf('plan'), startedAt: '' };
  const search = new MarkSearch(erasure, new Redactor(erasure));
  const counts = { ...none };
  const editionIds: string[] = [];
  for await (const document of everyDocument(store)) {
    if (!search.isTheirs(document)) continue;
    const share = shareOf(document, marks);
    if (share !== 'contact') counts[share] += 1;
    // Who handed it in may be its contact, too.
    if (isContactIn(document, marks)) counts.contact += 1;
    if (editionRoles.is(document) && isOrganiserHere(editionRoles.parse(document).value, marks))
      editionIds.push(document.partition.slice(editionPartition('').length));
  }
  const current = await findCurrentEdition(store);
  const left: string[] = [];
  for (const editionId of editionIds) if (await isLast(store, editionId, marks)) left.push(editionId);
  const places = current === undefined ? [] : await rolesOf(store, current.id);
  const own = places.find((place) => isTheirId(marks, personId(place)));
  return {
    counts,
    roles: own?.roles ?? [],
    isLastOrganiser: left.includes(current?.id ?? ''),
    left: left.filter((each) => each !== current?.id),
  };
}

const none: Record<Share, number> = {
  ...{ own: 0, 'handed-in': 0, contact: 0, role: 0, sheet: 0 },
  ...{ talk: 0, question: 0, log: 0, named: 0 },
};

function isOrganiserHere(
  place: { tenantId: string; objectId: string; roles: Role[] },
  marks: Marks,
): boolean {
  return place.roles.includes('organiser') && isTheirId(marks, personId(place));
}

async function isLast(store: DocumentStore, editionId: string, { id }: Marks): Promise<boolean> {
  return id !== undefined && !mayEndOrganising(id, await rolesOf(store, editionId), false);
}
