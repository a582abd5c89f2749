import type { RoundId } from '../domain/edition/edition.ts';
import type { Submission } from '../domain/submission/submission.ts';
import type { EditionChange, RankedCategory, ReadModelChange } from '../use-cases/read-model.ts';
import type { KeptStandings } from './kept-standings.ts';
import type { Listeners } from './listeners.ts';
import type { Facts } from './read-model-facts.ts';
import type { Tallies } from './tallies.ts';

/** What a document that the feed brings may change: the facts, what was counted from them, and who hears of it. */
export interface Taking {
  facts: Facts;
  tallies: Tallies;
  standings: KeptStandings;
  changes: Listeners<ReadModelChange>;
  cuts: Listeners<RankedCategory>;
  editions: Listeners<EditionChange>;
}

/** Counts again what a submission counts in; what is of one round only outdates that one. */
export function outdate(
  { tallies, standings }: Taking,
  submission: Submission | undefined,
  roundId?: RoundId,
): void {
  if (submission === undefined) return;
  const { id, editionId, categoryId } = submission;
  tallies.forget(id);
  if (roundId === undefined) standings.outdateAll(editionId, categoryId);
  else standings.outdate({ editionId, categoryId, roundId });
}

/** Who judges has changed, or what a round is. */
export function outdateEdition({ tallies, standings }: Taking, editionId: string): void {
  tallies.forgetAll();
  standings.outdateAll(editionId);
}
