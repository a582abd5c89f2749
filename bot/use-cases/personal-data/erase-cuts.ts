import type { Edition, Round } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import type { Erasure } from '../../domain/erasure/marks.ts';
import type { FixedCut, RoundCut } from '../../domain/judging/round-cut.ts';
import type { PersonId } from '../../domain/person.ts';
import { inputHash } from '../../domain/ranking/canonical-input.ts';
import type { RankingInput } from '../../domain/ranking/ranking-input.ts';
import { cutPrefix, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import type { RankElsewhere } from '../cut/cut-place.ts';
import { countedIn, cutInput } from '../cut/cut-scores.ts';
import { readEdition } from '../edition-context.ts';
import type { VouchedCut } from './erasure-vouch.ts';
import { Vouches } from './erasure-vouch.ts';
import { readLog } from '../log/read-log.ts';

/**
 * What becomes of the hashes of an edition's fixed cuts when a judge has another name in all submissions already. Only
 * of cuts that were right with the name that they had: those that were not stay as wrong as they were.
 */
export async function cutsAfterErasure(
  store: DocumentStore,
  editionId: string,
  erasure: Erasure,
  rank: RankElsewhere,
): Promise<VouchedCut[]> {
  const edition = await readEdition(store, editionId);
  if (edition === undefined || erasure.marks.id === undefined) return [];
  const vouches = new Vouches(await readLog(store, editionPartition(editionId)));
  const kept = await roundCuts.list(store, editionPartition(editionId), {
    prefix: cutPrefix('').slice(0, -1),
  });
  const found: VouchedCut[] = [];
  for (const { id, value: cut } of kept) {
    const round = roundOf(edition, cut.roundId);
    if (cut.fixed === undefined || round === undefined || cut.fixed.closesAt !== round.closesAt) continue;
    const from = hashesOf(cut.fixed);
    const inputs = await inputsOf(store, edition, round, cut, erasure);
    const to = await hashesNow(inputs.after, rank);
    const was = vouches.hashesOfCut(id, from);
    const isRight = hashOf(await hashesNow(inputs.before, rank)) === hashOf(was);
    if (isRight && hashOf(to) !== hashOf(was)) found.push({ id, from, to });
  }
  return found;
}

type Hashes = Pick<FixedCut, 'inputHash' | 'resultHash'>;

function hashesOf({ inputHash: input, resultHash }: FixedCut): Hashes {
  return { inputHash: input, resultHash };
}

async function hashesNow(input: RankingInput, rank: RankElsewhere): Promise<Hashes> {
  return { inputHash: await inputHash(input), resultHash: hashOf(await rank(input)) };
}

/** An input has ids and scores only, so it can be told as it was, too. */
async function inputsOf(
  store: DocumentStore,
  edition: Edition,
  round: Round,
  cut: RoundCut,
  { marks, pseudonym }: Erasure,
): Promise<{ before: RankingInput; after: RankingInput }> {
  const now = cutInput(edition, round, cut, await countedIn(store, edition, round, cut.categoryId));
  return {
    before: relabelled(now, pseudonym, marks.id ?? pseudonym),
    after: relabelled(now, marks.id ?? pseudonym, pseudonym),
  };
}

function relabelled(input: RankingInput, from: PersonId, to: PersonId): RankingInput {
  const renamed = <T extends { judge: PersonId }>(each: T): T =>
    each.judge === from ? { ...each, judge: to } : each;
  const { sheets, abstentions } = input;
  return {
    ...input,
    sheets: sheets.map(renamed),
    ...(abstentions && { abstentions: abstentions.map(renamed) }),
  };
}
