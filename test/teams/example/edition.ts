import { Temporal } from 'temporal-polyfill';
import type { Criterion, Edition } from '../../../bot/domain/edition/edition.ts';
import { exampleConditions, exampleConsent, exampleSteps } from './intake.ts';

/**
 * An edition to look around in, open whenever it is made: since a month ago, for two more months. Its criteria are
 * the three that the jury has used since 2022, and "inclusive by design".
 */
export function exampleEdition(madeAt: Date): Edition {
  const zone = 'Europe/Amsterdam';
  const today = Temporal.Instant.fromEpochMilliseconds(madeAt.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const opensAt = moment(today.subtract({ days: 30 }), '09:00', zone);
  const closingDay = today.add({ days: 60 });
  return {
    id: 'gemeentedelers-2027',
    name: 'GemeenteDelers 2027',
    numberPrefix: 'GD27',
    zone,
    opensAt,
    closesAt: moment(closingDay, '17:00', zone),
    referenceDay: closingDay.toString(),
    maximumAgeYears: 3,
    steps: exampleSteps,
    conditions: exampleConditions,
    consent: exampleConsent,
    invitesNominated: true,
    remindDaysBefore: [7, 1],
    categories: [
      {
        id: 'direct',
        name: { nl: 'Direct', en: 'Direct' },
        explanation: {
          nl: 'Inwoners of ondernemers merken de verbetering meteen.',
          en: 'Residents or businesses notice the improvement at once.',
        },
      },
      {
        id: 'indirect',
        name: { nl: 'Indirect', en: 'Indirect' },
        explanation: {
          nl: 'De verbetering zit in het werk van de gemeente zelf; inwoners merken het later.',
          en: 'The improvement is in how the municipality itself works; residents notice it later.',
        },
      },
    ],
    rounds: [
      {
        id: 'preselection',
        name: { nl: 'Voorselectie', en: 'Preselection' },
        opensAt,
        closesAt: moment(closingDay.add({ days: 21 }), '17:00', zone),
        criteria: criteria(),
        scale: { lowest: 1, highest: 5 },
        shortlistSize: 3,
      },
    ],
    example: true,
  };
}

function criteria(): Criterion[] {
  return [
    criterion('success', 'Succesvol', 'Successful', [
      'Het werkt aantoonbaar in de praktijk.',
      'It demonstrably works in practice.',
    ]),
    criterion('value', 'Waardevol', 'Valuable', [
      'Inwoners, ondernemers of collega’s hebben er echt iets aan.',
      'Residents, businesses or colleagues really benefit from it.',
    ]),
    criterion('reuse', 'Herbruikbaar', 'Reusable', [
      'Een andere gemeente kan het overnemen.',
      'Another municipality can copy it.',
    ]),
    criterion('inclusion', 'Inclusief', 'Inclusive', [
      'Iedereen kan meedoen; daar is bij het ontwerp aan gedacht.',
      'Everybody can take part; the design saw to that.',
    ]),
  ];
}

function criterion(id: string, nl: string, en: string, explanation: [nl: string, en: string]): Criterion {
  return { id, name: { nl, en }, explanation: { nl: explanation[0], en: explanation[1] }, weight: 1 };
}

function moment(day: Temporal.PlainDate, time: string, zone: string): string {
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds).toISOString();
}
