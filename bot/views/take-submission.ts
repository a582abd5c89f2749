import type { RoundId } from '../domain/edition/edition.ts';
import type { Abstention } from '../domain/judging/abstention.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { PersonId } from '../domain/person.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { discussionLines } from '../store/documents/discussion-documents.ts';
import { feedbacks } from '../store/documents/feedback-documents.ts';
import { abstentions, assignments } from '../store/documents/judging-documents.ts';
import { scoreSheets, submissionPartition, submissions } from '../store/documents/submission-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import type { ReadModelChange } from '../use-cases/read-model.ts';
import { getOrAdd, sheetKey } from './read-model-facts.ts';
import type { Taking } from './taking.ts';
import { outdate } from './taking.ts';

/** What is kept of a submission: itself, its sheets and abstentions, who judges it, what is said and written of it. */
export const submissionKinds = [
  submissions,
  scoreSheets,
  abstentions,
  assignments,
  discussionLines,
  feedbacks,
];

export function takeOfSubmission(taking: Taking, document: StoredDocument): void {
  const submissionId = submissionIn(document);
  if (submissions.is(document)) takeSubmission(taking, submissions.parse(document).value);
  else if (scoreSheets.is(document)) takeSheet(taking, scoreSheets.parse(document).value);
  else if (abstentions.is(document)) takeAbstention(taking, abstentions.parse(document).value);
  else if (assignments.is(document)) {
    const { roundId, judges } = assignments.parse(document).value;
    takeAssigned(taking, submissionId, roundId, judges);
  } else if (discussionLines.is(document)) {
    const { roundId } = discussionLines.parse(document).value;
    tell(taking, { submissionId, about: 'discussion', roundId });
  } else if (feedbacks.is(document)) {
    const { roundId, status } = feedbacks.parse(document).value;
    tell(taking, { submissionId, about: 'feedback', roundId, sent: status === 'sent' });
  }
}

/** A sheet or an abstention of somebody who was erased: it stands under another name now. */
export function takeJudgeAway(taking: Taking, document: StoredDocument): void {
  const { facts } = taking;
  const submissionId = submissionIn(document);
  const [kind, roundId, ...judge] = document.id.split(':');
  const person = judge.join(':');
  if (kind === 'sheet' && roundId !== undefined) {
    facts.sheets.get(submissionId)?.delete(sheetKey(roundId, person));
    outdate(taking, facts.submissions.get(submissionId));
  } else if (kind === 'abstention') {
    for (const judges of facts.abstained.get(submissionId)?.values() ?? []) judges.delete(person);
    outdate(taking, facts.submissions.get(submissionId));
  }
}

function takeSubmission(taking: Taking, submission: Submission): void {
  const { facts } = taking;
  outdate(taking, facts.submissions.get(submission.id));
  facts.submissions.set(submission.id, submission);
  getOrAdd(facts.submitted, submission.submitter, () => new Set<string>()).add(submission.id);
  outdate(taking, submission);
  tell(taking, { submissionId: submission.id, about: 'submission' });
}

function takeSheet(taking: Taking, sheet: ScoreSheet): void {
  const { facts } = taking;
  const { submissionId, roundId, judge } = sheet;
  const sheets = getOrAdd(facts.sheets, submissionId, () => new Map<string, ScoreSheet>());
  const key = sheetKey(roundId, judge);
  const counted = sheets.get(key)?.status === 'handed-in';
  sheets.set(key, sheet);
  const handedIn = sheet.status === 'handed-in';
  if (handedIn || counted) outdate(taking, facts.submissions.get(submissionId), roundId);
  tell(taking, { submissionId, about: 'sheet', judge, handedIn, recounts: handedIn && !counted });
}

function takeAbstention(taking: Taking, { submissionId, roundId, judge, status }: Abstention): void {
  const { facts } = taking;
  const rounds = getOrAdd(facts.abstained, submissionId, () => new Map<RoundId, Set<PersonId>>());
  const judges = getOrAdd(rounds, roundId, () => new Set<PersonId>());
  if (status === 'abstained') judges.add(judge);
  else judges.delete(judge);
  outdate(taking, facts.submissions.get(submissionId), roundId);
  tell(taking, { submissionId, about: 'sheet', judge, handedIn: true, recounts: true });
}

function takeAssigned(taking: Taking, submissionId: string, roundId: RoundId, judges: PersonId[]): void {
  const { facts } = taking;
  getOrAdd(facts.assigned, submissionId, () => new Map<RoundId, PersonId[]>()).set(roundId, judges);
  outdate(taking, facts.submissions.get(submissionId), roundId);
  tell(taking, { submissionId, about: 'sheet', handedIn: true, recounts: true });
}

function tell(
  { facts, changes }: Taking,
  change: Omit<ReadModelChange, 'editionId' | 'categoryId' | 'submitter'>,
): void {
  const submission = facts.submissions.get(change.submissionId);
  if (submission === undefined) return;
  const { editionId, categoryId, submitter } = submission;
  changes.tell({ ...change, editionId, categoryId, submitter });
}

function submissionIn({ partition }: StoredDocument): string {
  return partition.slice(submissionPartition('').length);
}
