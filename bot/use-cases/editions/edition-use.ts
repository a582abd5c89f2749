import type { EditionUse } from '../../domain/edition/refuse-changes.ts';
import {
  editionPartition,
  givenNumberPrefix,
  givenNumbers,
} from '../../store/documents/edition-documents.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { Stored } from '../../store/collection.ts';
import type { Edition } from '../../domain/edition/edition.ts';

const pageSize = 500;

/** What an edition has been used for, from the store itself: by every number it ever gave. */
export async function editionUse(store: DocumentStore, edition: Edition): Promise<EditionUse> {
  const byCategory = new Map<string, number>();
  const sheetsByRound = new Map<string, number>();
  let count = 0;
  for await (const submissionId of submissionIdsOf(store, edition.id)) {
    const partition = submissionPartition(submissionId);
    const submission = await submissions.read(store, partition, submissionDocumentId);
    count += 1;
    if (submission !== undefined) add(byCategory, submission.value.categoryId, 1);
    for (const { id } of edition.rounds) {
      add(sheetsByRound, id, (await scoreSheets.list(store, partition, { prefix: sheetPrefix(id) })).length);
    }
  }
  return { submissions: count, byCategory, sheetsByRound };
}

/** Of every submission that ever got a number in an edition, from the store itself; also while it is not made yet. */
export async function* submissionIdsOf(store: DocumentStore, editionId: string): AsyncGenerator<string> {
  for await (const { submissionId } of numbersOf(store, editionId)) yield submissionId;
}

/** The same, the lowest number first. */
export async function submissionIdsByNumber(store: DocumentStore, editionId: string): Promise<string[]> {
  const given: GivenNumber[] = [];
  for await (const each of numbersOf(store, editionId)) given.push(each);
  return given.sort((one, other) => one.number - other.number).map(({ submissionId }) => submissionId);
}

interface GivenNumber {
  submissionId: string;
  number: number;
}

async function* numbersOf(store: DocumentStore, editionId: string): AsyncGenerator<GivenNumber> {
  let last: Stored<unknown> | undefined;
  do {
    const page = await givenNumbers.list(store, editionPartition(editionId), {
      prefix: givenNumberPrefix,
      limit: pageSize,
      ...(last && { after: last.id }),
    });
    for (const { id, value } of page)
      yield { submissionId: id.slice(givenNumberPrefix.length), number: value.number };
    last = page.at(-1);
  } while (last !== undefined);
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
