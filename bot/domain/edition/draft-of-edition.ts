import type { DraftParts, DraftRound } from './edition-draft-schema.ts';
import { closingAsWritten, openingAsWritten } from './moment-as-written.ts';
import type { Divergence, Edition, Round } from './edition.ts';

/** An edition as its organisers go on writing it. */
export function partsOfEdition(edition: Edition): DraftParts {
  const { name, numberPrefix, example, zone, referenceDay, maximumAgeYears } = edition;
  const rounds = Object.fromEntries(edition.rounds.map((round) => [round.id, draftRound(round, zone)]));
  return {
    general: { name, numberPrefix, example },
    dates: {
      ...{ zone, referenceDay, maximumAgeYears, remindDaysBefore: edition.remindDaysBefore },
      opens: openingAsWritten(zone, edition.opensAt),
      closes: closingAsWritten(zone, edition.closesAt),
    },
    categories: { categories: edition.categories },
    intake: {
      steps: edition.steps,
      conditions: edition.conditions,
      invitesNominated: edition.invitesNominated,
    },
    texts: { consent: edition.consent, ...edition.texts },
    ...rounds,
  };
}

function draftRound(round: Round, zone: string): DraftRound {
  const { name, criteria, shortlistSize, assignment, divergence, remindDaysBefore, ranking } = round;
  const { lowest, highest, anchors } = round.scale;
  const described = Object.fromEntries((anchors ?? []).map(({ value, text }) => [String(value), text]));
  return {
    ...{ name, criteria, shortlistSize },
    opens: openingAsWritten(zone, round.opensAt),
    closes: closingAsWritten(zone, round.closesAt),
    scale: { lowest, highest, ...(anchors && { anchors: described }) },
    ...(typeof assignment === 'object' && { judgesPerSubmission: assignment.perSubmission }),
    ...(divergence && { divergence: draftDivergence(divergence) }),
    ...(remindDaysBefore && { remindDaysBefore }),
    ...(ranking && { ranking }),
  };
}

function draftDivergence(divergence: Divergence): DraftRound['divergence'] {
  if (divergence === 'off') return { measure: 'off' };
  const early = divergence.early === undefined ? {} : { early: divergence.early };
  return 'range' in divergence
    ? { measure: 'range', atLeast: divergence.range, ...early }
    : { measure: 'standardDeviation', atLeast: divergence.standardDeviation, ...early };
}

/**
 * What a draft makes of an edition, with moments that it says nothing else of to the second: a draft has minutes.
 * @param before the edition as it is kept
 */
export function withMomentsOf(after: Edition, before: Edition): Edition {
  const isSameZone = after.zone === before.zone;
  const rounds = after.rounds.map((round) => {
    const earlier = before.rounds.find(({ id }) => id === round.id);
    if (earlier === undefined || !isSameZone) return round;
    const isForAll = earlier.assignment === 'everybody' && round.assignment === undefined;
    return {
      ...round,
      ...momentsOf(round, earlier, after.zone),
      ...(isForAll && { assignment: earlier.assignment }),
    };
  });
  return { ...after, rounds, ...(isSameZone && momentsOf(after, before, after.zone)) };
}

type Period = Pick<Round, 'opensAt' | 'closesAt'>;

function momentsOf(after: Period, before: Period, zone: string): Period {
  const opens = openingAsWritten(zone, after.opensAt) === openingAsWritten(zone, before.opensAt);
  const closes = closingAsWritten(zone, after.closesAt) === closingAsWritten(zone, before.closesAt);
  return {
    opensAt: opens ? before.opensAt : after.opensAt,
    closesAt: closes ? before.closesAt : after.closesAt,
  };
}
