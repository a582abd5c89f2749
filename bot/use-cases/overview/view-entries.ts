import { maySeeEntries } from '../../domain/access.ts';
import type { EditionDay } from '../../domain/edition/edition-days.ts';
import { dayOfEdition, editionDays } from '../../domain/edition/edition-days.ts';
import type { Edition, Phase } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import type { ProvinceEntries } from '../../domain/submission/count-entries.ts';
import {
  entriesPerDay,
  entriesPerProvince,
  entriesUpTo,
  isEntry,
} from '../../domain/submission/count-entries.ts';
import { municipalitiesIn } from '../../domain/submission/participant.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import type { ReadModel } from '../read-model.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

/** Who takes part so far: per day, beside earlier editions when those were as far, and per province. */
export interface EntriesView {
  edition: Edition;
  phase: Phase;
  days: EditionDay[];
  /** The day of the edition that it is, counted from 0: -1 before the opening, the last one after the close. */
  today: number;
  /** One number for each day up to today. */
  perDay: number[];
  total: number;
  /** The latest first; only those in which anybody took part. */
  earlier: EarlierEntries[];
  /** By name, with how many there were in the latest of the earlier editions on this day of it. */
  provinces: (ProvinceEntries & { earlier?: number })[];
  /** Of organisations other than municipalities: in no province. */
  elsewhere: number;
}

interface EarlierEntries {
  edition: Edition;
  /** One number for each of its days. */
  perDay: number[];
  /** Up to the same day of it. */
  atThisDay: number;
  total: number;
}

/** More lines than these beside each other can't be told apart. */
const mostEarlier = 3;

/** @throws RefusedError `not-found`, `no-edition` */
export async function viewEntries(world: World, person: PersonKey): Promise<EntriesView> {
  const edition = await currentEdition(world.store);
  if (!maySeeEntries(await roleIn(world, edition.id, person))) throw new RefusedError('not-found');
  const now = world.now();
  const phase = phaseOf(edition, now);
  const days = editionDays(edition);
  const today = phase === 'before' ? -1 : dayOfEdition(days, now);
  const entries = entriesOf(world.readModel, edition.id);
  const earlier = earlierEditions(world.readModel, edition).map((each) =>
    earlierEntries(world.readModel, each, today),
  );
  return {
    ...{ edition, phase, days, today, earlier },
    perDay: entriesPerDay(days, entries).slice(0, today + 1),
    total: entries.length,
    provinces: provincesOf(
      world.readModel,
      entries,
      { day: days[Math.max(0, today)], today },
      earlier[0]?.edition,
    ),
    elsewhere: entries.filter(
      ({ participant }) => municipalitiesIn({ participant, partners: [] }).length === 0,
    ).length,
  };
}

function entriesOf(readModel: ReadModel, editionId: string): Submission[] {
  return readModel.submissionsOf(editionId).filter(isEntry);
}

/** A made-up edition is beside made-up ones only. */
function earlierEditions(readModel: ReadModel, { id, opensAt, example }: Edition): Edition[] {
  return readModel
    .editionIds()
    .flatMap((each) => readModel.edition(each) ?? [])
    .filter((each) => each.id !== id && each.opensAt < opensAt && each.example === example)
    .filter((each) => readModel.submissionsOf(each.id).some(isEntry))
    .sort((one, other) => (one.opensAt < other.opensAt ? 1 : -1))
    .slice(0, mostEarlier);
}

function earlierEntries(readModel: ReadModel, edition: Edition, today: number): EarlierEntries {
  const perDay = entriesPerDay(editionDays(edition), entriesOf(readModel, edition.id));
  return {
    ...{ edition, perDay },
    atThisDay: entriesUpTo(perDay, today),
    total: entriesUpTo(perDay, perDay.length),
  };
}

/** @param day of the edition: which municipalities there are then */
function provincesOf(
  readModel: ReadModel,
  entries: readonly Submission[],
  { day, today }: { day: EditionDay | undefined; today: number },
  before: Edition | undefined,
): EntriesView['provinces'] {
  const provinces = entriesPerProvince(entries, day?.day ?? '');
  if (before === undefined) return provinces;
  const days = editionDays(before);
  const asFar = entriesOf(readModel, before.id).filter(
    ({ submittedAt }) => dayOfEdition(days, submittedAt) <= today,
  );
  const then = entriesPerProvince(asFar, days.at(-1)?.day ?? '');
  const counts = new Map(then.map((each) => [each.province, each.entries]));
  return provinces.map((each) => ({ ...each, earlier: counts.get(each.province) ?? 0 }));
}
