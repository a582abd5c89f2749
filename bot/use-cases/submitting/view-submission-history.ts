import { maySeeHistory } from '../../domain/access.ts';
import type { Act, AuditEntry } from '../../domain/audit-entry.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { FieldName } from '../../domain/submission/submission-fields.ts';
import { changedFields } from '../../domain/submission/submission-fields.ts';
import type { Submission, SubmissionFields } from '../../domain/submission/submission.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';
import { readLog } from '../log/read-log.ts';

export interface HistoryView {
  edition: Edition;
  /** Oldest first. */
  lines: HistoryLine[];
}

/** One thing that was done to a submission itself; what judges did is no part of it. */
export interface HistoryLine {
  at: Instant;
  by: PersonId;
  /** Empty when they are not known any more. */
  byName: string;
  act: HistoryAct;
  /** Which fields became what; nothing when it was only withdrawn or put back. */
  changes: FieldChange[];
}

type HistoryAct = Extract<Act, 'submit' | 'change-submission' | 'withdraw' | 'restore'>;

type FieldChange = {
  [F in FieldName]: { field: F; before?: SubmissionFields[F]; after?: SubmissionFields[F] };
}[FieldName];

/**
 * What became of a submission since it was handed in, read from the log.
 * @throws RefusedError `not-found`, also when it is there but not for this person
 */
export async function viewSubmissionHistory(
  world: World,
  person: PersonKey,
  submissionId: string,
): Promise<HistoryView> {
  const partition = submissionPartition(submissionId);
  const stored = await submissions.read(world.store, partition, submissionDocumentId);
  const edition = stored && (await readEdition(world.store, stored.value.editionId));
  if (stored === undefined || edition === undefined) throw new RefusedError('not-found');
  const role = await roleIn(world, edition.id, person);
  if (!maySeeHistory(personId(person), role, stored.value)) throw new RefusedError('not-found');
  const lines = (await readLog(world.store, partition)).flatMap((entry) => lineOf(entry) ?? []);
  const names = await namesOf(
    world.store,
    lines.map(({ by }) => by),
  );
  return { edition, lines: lines.map((line) => ({ ...line, byName: names.get(line.by) ?? '' })) };
}

function lineOf({ at, by, act, before, after }: AuditEntry): Omit<HistoryLine, 'byName'> | undefined {
  switch (act) {
    case 'submit':
    case 'withdraw':
    case 'restore':
      return { at, by, act, changes: [] };
    case 'change-submission':
      // @NOTE the log holds what `changeSubmission` wrote: the submission before and after
      return { at, by, act, changes: changesOf(before as Submission, after as Submission) };
    case 'open-sheet':
    case 'save-sheet':
    case 'hand-in-sheet':
    case 'revise-sheet':
    case 'abstain':
    case 'undo-abstention':
    case 'open-round':
    case 'close-round':
    case 'reopen-round':
    case 'freeze-sheets':
    case 'freeze-round':
    case 'plan-assignment':
    case 'assign-judges':
    case 'note-divergence':
    case 'nudge-judge':
    case 'set-cut-rule':
    case 'wildcard':
    case 'move-cut':
    case 'overrule':
    case 'undo-wildcard':
    case 'undo-move-cut':
    case 'undo-overrule':
    case 'propose-cut':
    case 'fix-cut':
    case 'draft-feedback':
    case 'edit-feedback':
    case 'approve-feedback':
    case 'send-feedback':
    case 'answer-nomination':
    case 'bind-channel':
    case 'unbind-channel':
    case 'lose-channel':
    case 'regain-channel':
    case 'place-posts-anew':
    case 'put-edition':
    case 'run-edition':
    case 'give-role':
    case 'take-role':
    case 'set-organisation':
    case 'invite-person':
    case 'withdraw-invitation':
    case 'claim-invitation':
    case 'erase-person':
      return undefined;
    default:
      return act satisfies never;
  }
}

function changesOf(before: Submission, after: Submission): FieldChange[] {
  return changedFields(before, after).map(
    // @NOTE both values are of the field that is named beside them
    (field) => ({ field, before: before[field], after: after[field] }) as FieldChange,
  );
}

async function namesOf(store: DocumentStore, ids: PersonId[]): Promise<Map<PersonId, string>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<[PersonId, string]> => {
      const person = await people.read(store, personPartition(id), personDocumentId);
      return [id, person?.value.name ?? ''];
    }),
  );
  return new Map(found);
}
