import type { ChangeOf, Draft, Remark } from '../domain/draft/draft.ts';
import { changedFields, fieldsOf } from '../domain/submission/submission-fields.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { numberText } from '../domain/submission/submission.ts';
import { people, personDocumentId } from '../store/documents/person-documents.ts';
import type { DocumentStore } from '../store/port.ts';
import type { TextKey } from '../texts/texts.ts';
import type { ChangeCommand } from '../use-cases/submitting/change-submission.ts';
import { changeSubmission } from '../use-cases/submitting/change-submission.ts';
import { readEdition } from '../use-cases/edition-context.ts';
import type { OwnOutcome } from '../use-cases/submitting/own-submission.ts';
import { asGone } from '../use-cases/submitting/own-submission.ts';
import { retryWhenChanged } from '../use-cases/retry-when-changed.ts';
import { turnToWaiting } from './begin-change.ts';
import { ChatTurn } from './chat-turn.ts';
import { closingText } from './closing-text.ts';
import { IncompleteDraftError } from './incomplete-draft-error.ts';
import { notice } from './notices.ts';

/**
 * Carries out a change that was stored, and says so in the chat; or gives the draft back with why it can't be done, and
 * everything in it. Done again it has no second effect.
 * @throws IncompleteDraftError
 */
export async function finishChanging(
  store: DocumentStore,
  partition: string,
  command: ChangeCommand,
): Promise<void> {
  const outcome = await changeSubmission(store, command).catch(asGone);
  const edition = outcome && (await readEdition(store, outcome.submission.editionId));
  if (outcome === undefined || edition === undefined)
    throw new IncompleteDraftError(`there is nothing that ${command.changeId} changes`);
  await retryWhenChanged(partition, () => settle(store, partition, { command, outcome, edition }));
}

interface Settled {
  command: ChangeCommand;
  outcome: OwnOutcome;
  edition: Edition;
}

async function settle(store: DocumentStore, partition: string, settled: Settled): Promise<void> {
  const person = await people.read(store, partition, personDocumentId);
  if (person === undefined) return;
  const turn = await ChatTurn.load(store, person.value);
  const { draft } = turn;
  if (draft?.id !== settled.command.changeId || draft.status !== 'handing-in') return;
  if (settled.outcome.kind === 'done') await tellDone(turn, draft, settled);
  else giveBack(turn, draft, settled, settled.outcome.why);
  await turn.commit();
}

async function tellDone(turn: ChatTurn, draft: Draft, settled: Settled): Promise<void> {
  const { command } = settled;
  turn.keep({ ...draft, status: 'handed-in', revision: draft.revision + 1 });
  turn.changeCard({ kind: 'intake-card', draftId: draft.id });
  turn.letCardGo();
  const waiting = await turnToWaiting(turn, draft.id);
  const isChanged = changedFields(command.basedOn, command.fields).length > 0;
  turn.post(notice(doneText(isChanged, waiting), valuesOf(turn, settled)));
}

function doneText(isChanged: boolean, waiting: Draft | undefined): TextKey {
  if (!isChanged) return 'notice.changed.nothing';
  return waiting === undefined || waiting.changes !== undefined
    ? 'notice.changed'
    : 'notice.changed.with-draft';
}

/** The card comes back, under everything else, with all that they had changed. */
function giveBack(
  turn: ChatTurn,
  draft: Draft & { changes?: ChangeOf },
  settled: Settled,
  why: Extract<OwnOutcome, { kind: 'refused' }>['why'],
): void {
  const { handedInAt: _handedInAt, changes, ...rest } = draft;
  const basedOn = fieldsOf(settled.outcome.submission);
  const remark: Remark = { tone: 'mend', text: `change.${why}`, values: valuesOf(turn, settled) };
  turn.keep({
    ...rest,
    ...(changes && { changes: why === 'changed-elsewhere' ? { ...changes, basedOn } : changes }),
    status: 'open',
    revision: draft.revision + 1,
    remark,
  });
  turn.moveCardDown(draft.id, {
    kind: 'asked-line',
    text: 'change.not-done',
    values: valuesOf(turn, settled),
  });
}

function valuesOf({ person }: ChatTurn, { edition, outcome }: Settled): Record<string, string> {
  return {
    number: numberText(edition.numberPrefix, outcome.submission.number),
    closing: closingText(person.language, edition),
  };
}
