import type { Submission } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { LoadedCut } from './cut-place.ts';
import { readTakesPart } from './cut-scores.ts';
import { submissionIdsOf } from '../editions/edition-use.ts';

/** What a decision is about, from the store itself, and which submissions take part. */
export interface ForDecision {
  taking: ReadonlySet<string>;
  about: Submission[];
}

/** @param ids those alone, or `all` that take part in the category */
export async function readForDecision(
  store: DocumentStore,
  { edition, round, cut }: Pick<LoadedCut, 'edition' | 'round' | 'cut'>,
  ids: readonly string[] | 'all',
): Promise<ForDecision> {
  const takesPart = await readTakesPart(store, edition, round);
  const about: Submission[] = [];
  for await (const id of ids === 'all' ? submissionIdsOf(store, edition.id) : ids) {
    const found = await submissions.read(store, submissionPartition(id), submissionDocumentId);
    if (found === undefined || found.value.editionId !== edition.id) continue;
    if (found.value.categoryId === cut.categoryId && takesPart(found.value)) about.push(found.value);
  }
  return { taking: new Set(about.map(({ id }) => id)), about };
}
