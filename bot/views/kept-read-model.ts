import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition, Round, RoundId } from '../domain/edition/edition.ts';
import { roundOf } from '../domain/edition/edition.ts';
import type { EditionUse } from '../domain/edition/refuse-changes.ts';
import type { Abstention } from '../domain/judging/abstention.ts';
import type { RoundSeating } from '../domain/judging/panel.ts';
import { assignedIn } from '../domain/judging/panel.ts';
import type { ScoreSheet } from '../domain/judging/score-sheet.ts';
import type { PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { roundCuts } from '../store/documents/cut-documents.ts';
import { discussionLines } from '../store/documents/discussion-documents.ts';
import { editionDrafts } from '../store/documents/edition-draft-documents.ts';
import {
  currentEditions,
  editionPartition,
  editionRoles,
  editions,
  rolePrefix,
} from '../store/documents/edition-documents.ts';
import { tombstones } from '../store/documents/erasure-documents.ts';
import { feedbacks } from '../store/documents/feedback-documents.ts';
import {
  abstentions,
  assignments,
  roundClosings,
  roundTurnDocuments,
} from '../store/documents/judging-documents.ts';
import { scoreSheets, submissionPartition, submissions } from '../store/documents/submission-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import type { EditionChange, RankedCategory, ReadModel, ReadModelChange } from '../use-cases/read-model.ts';
import type { CategoryFacts } from './kept-standings.ts';
import { createKeptStandings } from './kept-standings.ts';
import type { RankingTurns } from './ranking-turns.ts';
import { createSubmissionSearch } from './submission-search.ts';
import type { Tallies } from './tallies.ts';
import { createTallies } from './tallies.ts';

/** A read model in memory, and the way in for the change feed. */
export interface KeptReadModel extends ReadModel {
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** The facts the lists are made of, as the feed brought them. */
interface Facts {
  editions: Map<string, Edition>;
  /** Also of those that are still being written. */
  writtenEditionIds: Set<string>;
  /** By edition, then person. */
  roles: Map<string, Map<PersonId, EditionRole>>;
  submissions: Map<string, Submission>;
  /** Ids, by who handed them in. */
  submitted: Map<PersonId, Set<string>>;
  /** By submission, then round and judge. */
  sheets: Map<string, Map<string, ScoreSheet>>;
  /** By submission, then round: who abstains. */
  abstained: Map<string, Map<RoundId, Set<PersonId>>>;
  /** By submission, then round. */
  assigned: Map<string, Map<RoundId, PersonId[]>>;
}

/** Without turns nothing is ranked: standings are by fair mean. */
const noTurns: Pick<RankingTurns, 'want'> = { want: () => undefined };

/** Everything is kept by each server for itself and made anew from the feed at start. */
export function createReadModel(turns = noTurns): KeptReadModel {
  const facts: Facts = {
    editions: new Map(),
    writtenEditionIds: new Set(),
    roles: new Map(),
    submissions: new Map(),
    submitted: new Map(),
    sheets: new Map(),
    abstained: new Map(),
    assigned: new Map(),
  };
  const listeners = new Set<(change: ReadModelChange) => void>();
  const rankedListeners = new Set<(ranked: RankedCategory) => void>();
  const cutListeners = new Set<(cut: RankedCategory) => void>();
  const editionListeners = new Set<(change: EditionChange) => void>();
  const tallies = createTallies({
    roles: (editionId) => [...(facts.roles.get(editionId)?.values() ?? [])],
    seating: (submissionId, round) => seatingIn(facts, submissionId, round),
    handedIn: (submissionId, roundId, judges) => handedInSheets(facts, submissionId, roundId, judges),
  });
  const standings = createKeptStandings({
    factsOf: (category) => factsOf(facts, tallies, category),
    turns,
    onRanked: (category) => {
      for (const listener of rankedListeners) listener(category);
    },
  });
  const ordered = new Map<string, Submission[]>();
  const search = createSubmissionSearch();
  /** The etag of every document taken, so that the same one again changes nothing. */
  const taken = new Map<string, string>();

  const tell = (change: Omit<ReadModelChange, 'editionId' | 'categoryId' | 'submitter'>) => {
    const submission = facts.submissions.get(change.submissionId);
    if (submission === undefined) return;
    const { editionId, categoryId, submitter } = submission;
    for (const listener of listeners) listener({ ...change, editionId, categoryId, submitter });
  };

  /** What is of one round only outdates that one. */
  const outdate = (submission: Submission | undefined, roundId?: RoundId) => {
    if (submission === undefined) return;
    const { id, editionId, categoryId } = submission;
    tallies.forget(id);
    if (roundId === undefined) standings.outdateAll(editionId, categoryId);
    else standings.outdate({ editionId, categoryId, roundId });
  };

  const takeSubmission = (submission: Submission) => {
    outdate(facts.submissions.get(submission.id));
    facts.submissions.set(submission.id, submission);
    getOrAdd(facts.submitted, submission.submitter, () => new Set<string>()).add(submission.id);
    ordered.delete(submission.editionId);
    search.put(submission);
    outdate(submission);
    tell({ submissionId: submission.id, about: 'submission' });
  };

  const takeSheet = (sheet: ScoreSheet) => {
    const sheets = getOrAdd(facts.sheets, sheet.submissionId, () => new Map<string, ScoreSheet>());
    const key = sheetKey(sheet.roundId, sheet.judge);
    const counted = sheets.get(key)?.status === 'handed-in';
    sheets.set(key, sheet);
    const handedIn = sheet.status === 'handed-in';
    const recounts = handedIn && !counted;
    if (handedIn || counted) outdate(facts.submissions.get(sheet.submissionId), sheet.roundId);
    tell({ submissionId: sheet.submissionId, about: 'sheet', judge: sheet.judge, handedIn, recounts });
  };

  const takeAbstention = ({ submissionId, roundId, judge, status }: Abstention) => {
    const rounds = getOrAdd(facts.abstained, submissionId, () => new Map<RoundId, Set<PersonId>>());
    const judges = getOrAdd(rounds, roundId, () => new Set<PersonId>());
    if (status === 'abstained') judges.add(judge);
    else judges.delete(judge);
    outdate(facts.submissions.get(submissionId), roundId);
    tell({ submissionId, about: 'sheet', judge, handedIn: true, recounts: true });
  };

  const takeAssigned = (submissionId: string, roundId: RoundId, judges: PersonId[]) => {
    getOrAdd(facts.assigned, submissionId, () => new Map<RoundId, PersonId[]>()).set(roundId, judges);
    outdate(facts.submissions.get(submissionId), roundId);
    tell({ submissionId, about: 'sheet', handedIn: true, recounts: true });
  };

  const tellEdition = (change: EditionChange) => {
    for (const listener of editionListeners) listener(change);
  };

  const takeRole = (editionId: string, role: EditionRole) => {
    const person = personId(role);
    getOrAdd(facts.roles, editionId, () => new Map<PersonId, EditionRole>()).set(person, role);
    tallies.forgetAll();
    standings.outdateAll(editionId);
    tellEdition({ editionId, about: 'place', person });
  };

  const takeEdition = (edition: Edition) => {
    facts.editions.set(edition.id, edition);
    facts.writtenEditionIds.add(edition.id);
    tallies.forgetAll();
    standings.outdateAll(edition.id);
    tellEdition({ editionId: edition.id, about: 'edition' });
  };

  const takeDraft = (editionId: string) => {
    facts.writtenEditionIds.add(editionId);
    tellEdition({ editionId, about: 'draft' });
  };

  const tellCut = (cut: RankedCategory) => {
    for (const listener of cutListeners) listener(cut);
  };

  /** When a round is opened or closed by hand, or its sheets were frozen, every cut of it can be something else. */
  const tellCutsOf = (editionId: string, roundIds: readonly RoundId[]) => {
    for (const { id: categoryId } of facts.editions.get(editionId)?.categories ?? []) {
      for (const roundId of roundIds) tellCut({ editionId, categoryId, roundId });
    }
  };

  const takeOfCut = (document: StoredDocument) => {
    const editionId = editionOf(document);
    if (roundCuts.is(document)) {
      const { roundId, categoryId } = roundCuts.parse(document).value;
      tellCut({ editionId, roundId, categoryId });
    } else if (roundClosings.is(document)) {
      tellCutsOf(editionId, [roundClosings.parse(document).value.roundId]);
    } else if (roundTurnDocuments.is(document)) {
      tellCutsOf(editionId, facts.editions.get(editionId)?.rounds.map(({ id }) => id) ?? []);
      tellEdition({ editionId, about: 'edition' });
    }
  };

  /** Of somebody who was erased: it stands under another name now. */
  const takeAway = ({ partition, id }: StoredDocument) => {
    const about = partition.slice(submissionPartition('').length);
    const [kind, roundId, ...judge] = id.split(':');
    const person = judge.join(':');
    if (id.startsWith(rolePrefix)) {
      const editionId = partition.slice(editionPartition('').length);
      const gone = id.slice(rolePrefix.length);
      facts.roles.get(editionId)?.delete(gone);
      tallies.forgetAll();
      standings.outdateAll(editionId);
      tellEdition({ editionId, about: 'place', person: gone });
    } else if (kind === 'sheet' && roundId !== undefined) {
      facts.sheets.get(about)?.delete(sheetKey(roundId, person));
      outdate(facts.submissions.get(about));
    } else if (kind === 'abstention') {
      for (const judges of facts.abstained.get(about)?.values() ?? []) judges.delete(person);
      outdate(facts.submissions.get(about));
    }
  };

  const take = (document: StoredDocument) => {
    if (tombstones.is(document)) takeAway(document);
    else if (submissions.is(document)) takeSubmission(submissions.parse(document).value);
    else if (scoreSheets.is(document)) takeSheet(scoreSheets.parse(document).value);
    else if (editionRoles.is(document)) takeRole(editionOf(document), editionRoles.parse(document).value);
    else if (editions.is(document)) takeEdition(editions.parse(document).value);
    else if (editionDrafts.is(document)) takeDraft(editionOf(document));
    else if (currentEditions.is(document))
      tellEdition({ editionId: currentEditions.parse(document).value.editionId, about: 'edition' });
    else if (abstentions.is(document)) takeAbstention(abstentions.parse(document).value);
    else if (assignments.is(document)) {
      const { roundId, judges } = assignments.parse(document).value;
      takeAssigned(submissionOf(document), roundId, judges);
    } else if (discussionLines.is(document)) {
      const { roundId } = discussionLines.parse(document).value;
      tell({ submissionId: submissionOf(document), about: 'discussion', roundId });
    } else if (feedbacks.is(document)) {
      const { submissionId, roundId, status } = feedbacks.parse(document).value;
      tell({ submissionId, about: 'feedback', roundId, sent: status === 'sent' });
    } else takeOfCut(document);
  };

  return {
    apply(documents) {
      for (const document of documents) {
        const key = `${document.partition}/${document.id}`;
        if (!isKept(document) || taken.get(key) === document.etag) continue;
        taken.set(key, document.etag);
        take(document);
      }
    },
    edition: (id) => facts.editions.get(id),
    editionIds: () => [...facts.editions.keys()],
    writtenEditionIds: () => [...facts.writtenEditionIds],
    editionUse: (editionId) => useIn(facts, editionId),
    submission: (id) => facts.submissions.get(id),
    submissionsOf: (editionId) =>
      getOrAdd(ordered, editionId, () =>
        [...facts.submissions.values()]
          .filter((submission) => submission.editionId === editionId)
          .sort((a, b) => a.number - b.number),
      ),
    submissionsBy: (submitter) =>
      [...(facts.submitted.get(submitter) ?? [])].flatMap((id) => facts.submissions.get(id) ?? []),
    searchSubmissions: (typed, may) => search.find(typed, may),
    roles: (editionId) => [...(facts.roles.get(editionId)?.values() ?? [])],
    roleOf: (editionId, person) => facts.roles.get(editionId)?.get(person),
    sheet: (submissionId, roundId, judge) => facts.sheets.get(submissionId)?.get(sheetKey(roundId, judge)),
    seating: (submissionId, round) => seatingIn(facts, submissionId, round),
    handedIn: (submissionId, roundId, judges) => handedInSheets(facts, submissionId, roundId, judges).length,
    counted: (submission, round) => {
      const { counted, abstained, judges } = tallies.of(submission, round);
      return { sheets: counted, abstained, judges };
    },
    standings: (editionId, categoryId, roundId) => standings.of({ editionId, categoryId, roundId }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRanked(listener) {
      rankedListeners.add(listener);
      return () => rankedListeners.delete(listener);
    },
    onEdition(listener) {
      editionListeners.add(listener);
      return () => editionListeners.delete(listener);
    },
    onCut(listener) {
      cutListeners.add(listener);
      return () => cutListeners.delete(listener);
    },
  };
}

/** The sheets of one submission and round that are handed in by these judges. */
function handedInSheets(
  facts: Facts,
  submissionId: string,
  roundId: RoundId,
  judges: readonly PersonId[],
): ScoreSheet[] {
  const sheets = facts.sheets.get(submissionId);
  if (sheets === undefined) return [];
  return judges
    .map((judge) => sheets.get(sheetKey(roundId, judge)))
    .filter((sheet) => sheet !== undefined)
    .filter((sheet) => sheet.status === 'handed-in');
}

function factsOf(
  facts: Facts,
  tallies: Tallies,
  { editionId, categoryId, roundId }: RankedCategory,
): CategoryFacts | undefined {
  const edition = facts.editions.get(editionId);
  const round = edition && roundOf(edition, roundId);
  if (edition === undefined || round === undefined) return undefined;
  const entered = [...facts.submissions.values()].filter(
    (each) => each.editionId === editionId && each.categoryId === categoryId && each.status === 'submitted',
  );
  const counted = entered.map((submission) => tallies.of(submission, round));
  return {
    edition,
    round,
    tallies: counted,
    scores: () => ({
      submissions: entered.map(({ id }) => id),
      sheets: counted.flatMap((tally) =>
        tally.counted.map(({ submissionId, judge, scores }) => ({ submissionId, judge, scores })),
      ),
      abstentions: counted.flatMap(({ submissionId, abstained }) =>
        abstained.map((judge) => ({ submissionId, judge })),
      ),
    }),
  };
}

function seatingIn({ assigned, abstained }: Facts, submissionId: string, round: Round): RoundSeating {
  return {
    roundId: round.id,
    assigned: assignedIn(round, assigned.get(submissionId)?.get(round.id)),
    abstained: [...(abstained.get(submissionId)?.get(round.id) ?? [])],
  };
}

function useIn({ submissions: all, sheets }: Facts, editionId: string): EditionUse {
  const byCategory = new Map<string, number>();
  const sheetsByRound = new Map<string, number>();
  const entered = [...all.values()].filter((submission) => submission.editionId === editionId);
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { id, categoryId } of entered) {
    add(byCategory, categoryId);
    for (const { roundId } of sheets.get(id)?.values() ?? []) add(sheetsByRound, roundId);
  }
  return { submissions: entered.length, byCategory, sheetsByRound };
}

const kinds = [
  ...[submissions, scoreSheets, editionRoles, editions, abstentions, assignments, discussionLines],
  ...[editionDrafts, currentEditions, roundCuts, roundClosings, roundTurnDocuments],
  ...[feedbacks, tombstones],
];

function isKept(document: StoredDocument): boolean {
  return kinds.some((each) => each.is(document));
}

function sheetKey(roundId: string, judge: PersonId): string {
  return `${roundId}:${judge}`;
}

function editionOf(document: StoredDocument): string {
  return document.partition.slice('edition:'.length);
}

function submissionOf(document: StoredDocument): string {
  return document.partition.slice(submissionPartition('').length);
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
