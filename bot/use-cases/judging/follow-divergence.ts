import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonId } from '../../domain/person.ts';
import { abstentions, assignments } from '../../store/documents/judging-documents.ts';
import { scoreSheets, submissionPartition } from '../../store/documents/submission-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import type { StoredDocument } from '../../store/port.ts';
import type { DivergencePlace, JuryInSight } from './divergence.ts';
import { judgesOf, noticeDivergence } from './divergence.ts';

type Place = [submissionId: string, roundId: RoundId];

/**
 * Asks the jury to talk where handed-in sheets diverge, in the thread below the post; once for each criterion. Of a
 * page of changes every place is looked at once, and everybody's roles are read once.
 */
export function startNoticingDivergence(
  world: DivergencePlace,
  log?: { error(details: object, message: string): void },
): FeedReader {
  const handedIn = new Map<string, Set<PersonId>>();
  return startFeedReader({
    store: world.store,
    name: 'divergence',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: async (changes) => {
      for (const change of changes) keepHandedIn(handedIn, change);
      const places = new Map(changes.flatMap((change) => placeOf(change) ?? []).map((at) => [at.join(), at]));
      const jury = onceAnEdition((editionId) => judgesOf(world.store, editionId));
      for (const [key, [submissionId, roundId]] of places) {
        const hasHandedIn = (judge: PersonId) => handedIn.get(key)?.has(judge) === true;
        await noticeDivergence(world, submissionId, roundId, { judgesOf: jury, hasHandedIn });
      }
    },
  });
}

/** A sheet that counts stays handed in; one that was taken back meanwhile costs a look too many. */
function keepHandedIn(handedIn: Map<string, Set<PersonId>>, change: StoredDocument): void {
  if (!scoreSheets.is(change)) return;
  const { submissionId, roundId, judge, status } = scoreSheets.parse(change).value;
  if (status !== 'handed-in') return;
  const key = [submissionId, roundId].join();
  handedIn.set(key, (handedIn.get(key) ?? new Set()).add(judge));
}

/** A sheet; or that somebody abstains or others are assigned, which may make the panel complete. */
function placeOf(change: StoredDocument): Place[] | undefined {
  if (scoreSheets.is(change)) {
    const { submissionId, roundId, status } = scoreSheets.parse(change).value;
    return status === 'handed-in' ? [[submissionId, roundId]] : undefined;
  }
  if (assignments.is(change)) {
    const submissionId = change.partition.slice(submissionPartition('').length);
    return [[submissionId, assignments.parse(change).value.roundId]];
  }
  if (!abstentions.is(change)) return undefined;
  const { submissionId, roundId } = abstentions.parse(change).value;
  return [[submissionId, roundId]];
}

function onceAnEdition(read: JuryInSight['judgesOf']): JuryInSight['judgesOf'] {
  const known = new Map<string, ReturnType<typeof read>>();
  return (editionId) => {
    const reading = known.get(editionId) ?? read(editionId);
    known.set(editionId, reading);
    return reading;
  };
}
