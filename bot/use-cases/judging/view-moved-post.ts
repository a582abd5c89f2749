import { numberText } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import { readEdition } from '../edition-context.ts';
import type { World } from '../world.ts';

/** What stands where the post of a submission was: its number, for whoever reads the thread below. */
export async function viewMovedPost(
  { store }: Pick<World, 'store'>,
  submissionId: string,
): Promise<string | undefined> {
  const stored = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
  const edition = stored && (await readEdition(store, stored.value.editionId));
  return edition && numberText(edition.numberPrefix, stored.value.number);
}
