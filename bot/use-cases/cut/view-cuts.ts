import { mayExportRound, maySeeCut, mayWriteFeedback } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { CutStatus } from '../../domain/judging/round-cut.ts';
import { cutStatus } from '../../domain/judging/round-cut.ts';
import type { PersonKey } from '../../domain/person.ts';
import { cutPrefix, roundCuts } from '../../store/documents/cut-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { readClosing } from './cut-place.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** Which cuts there are for somebody, and what of their rounds they may do. */
export interface CutsView {
  edition: Edition;
  /** Those that began, in order. */
  rounds: CutsOfRound[];
}

interface CutsOfRound {
  round: Round;
  isFrozen: boolean;
  /** In the order of the edition. */
  categories: { categoryId: string; status: CutStatus }[];
  may: { feedback: boolean; export: boolean; exportNames: boolean };
}

/** @throws RefusedError `not-found`, `no-edition` */
export async function viewCuts(world: World, person: PersonKey): Promise<CutsView> {
  const edition = await currentEdition(world.store);
  const role = await roleIn(world, edition.id, person);
  const begun = edition.rounds.filter((round) => phaseOf(round, world.now()) !== 'before');
  const rounds: CutsOfRound[] = [];
  for (const round of begun) rounds.push(await viewRound(world, edition, round, role));
  const seen = rounds.filter(({ categories }) => categories.length > 0);
  const mayLater = edition.categories.some(({ id }) => maySeeCut(role, id, false));
  if (seen.length === 0 && !mayLater) throw new RefusedError('not-found');
  return { edition, rounds: seen };
}

async function viewRound(
  { store }: World,
  edition: Edition,
  round: Round,
  role: EditionRole | undefined,
): Promise<CutsOfRound> {
  const [closing, kept] = await Promise.all([
    readClosing(store, edition, round),
    roundCuts.list(store, editionPartition(edition.id), { prefix: cutPrefix(round.id) }),
  ]);
  const isFrozen = closing !== undefined;
  const cuts = new Map(kept.map(({ value }) => [value.categoryId, value]));
  const seen = edition.categories.filter(({ id }) => maySeeCut(role, id, isFrozen));
  const mayHave = (withNames: boolean) =>
    seen.some(({ id }) => mayExportRound(role, id, { isFrozen, withNames }));
  return {
    ...{ round, isFrozen },
    categories: seen.map(({ id }) => ({ categoryId: id, status: cutStatus(cuts.get(id), round) })),
    may: {
      feedback: mayWriteFeedback(role, isFrozen),
      export: mayHave(false),
      exportNames: mayHave(true),
    },
  };
}

/** Whether there is any cut for somebody, now or once a round of theirs has begun. */
export async function hasCuts(
  { store }: Pick<World, 'store'>,
  edition: Edition,
  role: EditionRole | undefined,
): Promise<boolean> {
  const may = (isFrozen: boolean) => edition.categories.some(({ id }) => maySeeCut(role, id, isFrozen));
  if (may(false) || !may(true)) return may(false);
  for (const round of edition.rounds) {
    if ((await readClosing(store, edition, round)) !== undefined) return true;
  }
  return false;
}
