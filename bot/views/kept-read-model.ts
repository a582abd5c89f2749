import { tombstones } from '../store/documents/erasure-documents.ts';
import type { StoredDocument } from '../store/port.ts';
import type { Submission } from '../domain/submission/submission.ts';
import type { EditionChange, RankedCategory, ReadModel, ReadModelChange } from '../use-cases/read-model.ts';
import { createKeptStandings } from './kept-standings.ts';
import { createListeners } from './listeners.ts';
import type { RankingTurns } from './ranking-turns.ts';
import {
  categoryFacts,
  getOrAdd,
  handedInSheets,
  noFacts,
  seatingIn,
  sheetKey,
  submissionsIn,
  useIn,
} from './read-model-facts.ts';
import { createSubmissionSearch } from './submission-search.ts';
import { editionKinds, takeOfEdition, takeRoleAway } from './take-edition.ts';
import { submissionKinds, takeJudgeAway, takeOfSubmission } from './take-submission.ts';
import type { Taking } from './taking.ts';
import { createTallies } from './tallies.ts';

/** A read model in memory, and the way in for the change feed. */
export interface KeptReadModel extends ReadModel {
  /** Takes documents as the feed gives them; the same one again changes nothing. */
  apply(documents: readonly StoredDocument[]): void;
}

/** Without turns nothing is ranked: standings are by fair mean. */
const noTurns: Pick<RankingTurns, 'want'> = { want: () => undefined };

/** Everything is kept by each server for itself and made anew from the feed at start. */
export function createReadModel(turns = noTurns): KeptReadModel {
  const facts = noFacts();
  const ranked = createListeners<RankedCategory>();
  const tallies = createTallies({
    roles: (editionId) => [...(facts.roles.get(editionId)?.values() ?? [])],
    seating: (submissionId, round) => seatingIn(facts, submissionId, round),
    handedIn: (submissionId, roundId, judges) => handedInSheets(facts, submissionId, roundId, judges),
  });
  const standings = createKeptStandings({
    factsOf: (category) => categoryFacts(facts, tallies, category),
    turns,
    onRanked: (category) => ranked.tell(category),
  });
  const taking: Taking = {
    facts,
    tallies,
    standings,
    changes: createListeners<ReadModelChange>(),
    cuts: createListeners<RankedCategory>(),
    editions: createListeners<EditionChange>(),
  };
  const ordered = new Map<string, Submission[]>();
  const search = createSubmissionSearch();
  taking.changes.on(({ submissionId, editionId, about }) => {
    const submission = facts.submissions.get(submissionId);
    if (about !== 'submission' || submission === undefined) return;
    ordered.delete(editionId);
    search.put(submission);
  });
  /** The etag of every document taken, so that the same one again changes nothing. */
  const taken = new Map<string, string>();

  return {
    apply(documents) {
      for (const document of documents) {
        const key = `${document.partition}/${document.id}`;
        const take = takerOf(document);
        if (take === undefined || taken.get(key) === document.etag) continue;
        taken.set(key, document.etag);
        take(taking, document);
      }
    },
    edition: (id) => facts.editions.get(id),
    editionIds: () => [...facts.editions.keys()],
    writtenEditionIds: () => [...facts.writtenEditionIds],
    editionUse: (editionId) => useIn(facts, editionId),
    submission: (id) => facts.submissions.get(id),
    submissionsOf: (editionId) => getOrAdd(ordered, editionId, () => submissionsIn(facts, editionId)),
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
    onChange: (listener) => taking.changes.on(listener),
    onRanked: (listener) => ranked.on(listener),
    onEdition: (listener) => taking.editions.on(listener),
    onCut: (listener) => taking.cuts.on(listener),
  };
}

function takerOf(document: StoredDocument): ((taking: Taking, document: StoredDocument) => void) | undefined {
  if (submissionKinds.some((each) => each.is(document))) return takeOfSubmission;
  if (editionKinds.some((each) => each.is(document))) return takeOfEdition;
  return tombstones.is(document) ? takeAway : undefined;
}

function takeAway(taking: Taking, document: StoredDocument): void {
  takeRoleAway(taking, document);
  takeJudgeAway(taking, document);
}
