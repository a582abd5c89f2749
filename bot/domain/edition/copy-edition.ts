import { Temporal } from 'temporal-polyfill';
import type { DraftParts, DraftRound } from './edition-draft-schema.ts';
import { readDraft, roundIds } from './edition-draft.ts';
import { partsOfEdition } from './draft-of-edition.ts';
import type { Edition } from './edition.ts';
import type { LocalMoment } from './local-moment.ts';
import { openingIn, partsOf } from './local-moment.ts';

/** How a new edition is called, for its id: `GemeenteDelers 2027/28` is `gemeentedelers-2027-28`. */
export function editionIdFor(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  return id === '' ? 'editie' : id;
}

/**
 * A new edition after an earlier one, all of its dates whole years later, on the same days of the year. Where that
 * turns a period upside down, around 29 February, all dates go as many days further instead.
 * @param years how many; 0 leaves the dates as they are
 */
export function copyEdition(
  from: Edition,
  { name, numberPrefix, years }: { name: string; numberPrefix: string; years: number },
): DraftParts {
  const parts = { ...partsOfEdition(from), general: { name, numberPrefix, example: false } };
  if (years === 0) return parts;
  const byYear = moved(parts, (day) => day.add({ years }));
  if ('edition' in readDraft(from.id, byYear)) return byYear;
  const begin = dayOf(parts.dates.opens);
  const { days } = begin.until(begin.add({ years }), { largestUnit: 'day' });
  return moved(parts, (day) => day.add({ days }));
}

/** How many years later an edition after this one is to be, to open no earlier than `today`. @param today ISO 8601 */
export function yearsUntilNext({ opensAt, zone }: Pick<Edition, 'opensAt' | 'zone'>, today: string): number {
  const opened = Temporal.Instant.from(opensAt).toZonedDateTimeISO(zone).toPlainDate();
  let years = 1;
  while (Temporal.PlainDate.compare(opened.add({ years }), today) < 0) years += 1;
  return years;
}

type Move = (day: Temporal.PlainDate) => Temporal.PlainDate;

function moved(parts: DraftParts, move: Move): DraftParts {
  const { dates } = parts;
  const at = (moment: LocalMoment) => movedMoment(moment, dates.zone, move);
  const rounds = roundIds.flatMap((id): [string, DraftRound][] => {
    const round = parts[id];
    return round === undefined ? [] : [[id, { ...round, opens: at(round.opens), closes: at(round.closes) }]];
  });
  return {
    ...parts,
    dates: {
      ...dates,
      opens: at(dates.opens),
      closes: at(dates.closes),
      referenceDay: move(dayOf(dates.referenceDay)).toString(),
    },
    ...Object.fromEntries(rounds),
  };
}

/** A time that the clock skips that night is an hour later. */
function movedMoment(moment: LocalMoment, zone: string, move: Move): LocalMoment {
  const day = move(dayOf(moment));
  const time = partsOf(moment)?.time;
  if (time === undefined) return day.toString();
  const written = `${day.toString()}T${time}`;
  if (openingIn(zone, written).clock !== 'skipped') return written;
  return Temporal.PlainDateTime.from(written).add({ hours: 1 }).toString({ smallestUnit: 'minute' });
}

function dayOf(moment: LocalMoment): Temporal.PlainDate {
  const parts = partsOf(moment);
  if (parts === undefined) throw new RangeError(`not a moment: ${moment}`);
  return Temporal.PlainDate.from(parts.day);
}
