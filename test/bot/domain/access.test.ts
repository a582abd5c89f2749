import { describe, expect, test } from '@jest/globals';
import {
  mayChaseJudges,
  mayRunRounds,
  maySeeAsSimilar,
  maySeeContact,
  maySeeDiscussion,
  maySeeHistory,
  maySeeLeaderboard,
  maySeeNumber,
  maySeeProgress,
  maySeeScores,
  maySeeSheets,
  maySeeStandings,
  maySeeStrictness,
  maySeeSubmission,
  refuseAbstaining,
  refuseOwnChange,
  refuseScoring,
} from '../../../bot/domain/access.ts';
import type { EditionRole } from '../../../bot/domain/edition/edition-role.ts';
import type { RoundSeating, Seating } from '../../../bot/domain/judging/panel.ts';
import { personId } from '../../../bot/domain/person.ts';
import type { Submission } from '../../../bot/domain/submission/submission.ts';
import { now, role, round, submission } from './examples.ts';

const nobody = undefined;
const organiser = role('daan', ['organiser']);
const chair = role('petra', ['chair']);
const juror = role('jurylid-1', ['juror']);
const involved = role('jurylid-5', ['juror'], 'GM0344');
const merged = role('jurylid-6', ['juror'], 'GM0457');
const scoringChair = role('karin', ['chair', 'juror']);
const removed = role('weg', []);
const sanne = submission().submitter;

const everyone: [string, EditionRole | undefined][] = [
  ['a civil servant', nobody],
  ['the organiser', organiser],
  ['the chair', chair],
  ['a juror', juror],
  ['a juror of the municipality', involved],
  ['a chair who scores', scoringChair],
  ['somebody whose role was taken away', removed],
];

/** A category with one submission in it, of the municipality that one of the jurors works for. */
function category({ isFrozen, shownTo }: { isFrozen: boolean; shownTo: 'leaders' | 'jury' }) {
  const ranking = { decides: 'fair-mean', shownTo } as const;
  return { round: round({ ranking }), isFrozen, submissions: [submission()] };
}

/** Who may, in the order of `everyone`. */
const table: [string, (role: EditionRole | undefined) => unknown, unknown[]][] = [
  ['the leaderboard', maySeeLeaderboard, [false, true, true, false, false, false, false]],
  ['how strict each judge is', maySeeStrictness, [false, true, true, false, false, false, false]],
  [
    'the standings while judges score',
    (each) => maySeeStandings(each, 'direct', category({ isFrozen: false, shownTo: 'jury' })),
    [false, true, true, false, false, false, false],
  ],
  [
    'the standings of a frozen round that is for leaders',
    (each) => maySeeStandings(each, 'direct', category({ isFrozen: true, shownTo: 'leaders' })),
    [false, true, true, false, false, false, false],
  ],
  [
    'the standings of a frozen round that is for the jury too',
    (each) => maySeeStandings(each, 'direct', category({ isFrozen: true, shownTo: 'jury' })),
    [false, true, true, true, false, true, false],
  ],
  [
    'its sheets with names',
    (each) => maySeeSheets(each, submission(), { isFrozen: true, withNames: true }),
    [false, true, true, false, false, false, false],
  ],
  [
    'its frozen sheets without names',
    (each) => maySeeSheets(each, submission(), { isFrozen: true, withNames: false }),
    [false, true, true, false, false, true, false],
  ],
  [
    'its sheets without names while they can change',
    (each) => maySeeSheets(each, submission(), { isFrozen: false, withNames: false }),
    [false, true, true, false, false, false, false],
  ],
  ['progress', maySeeProgress, [false, true, true, true, true, true, false]],
  [
    'a submission',
    (each) => maySeeSubmission(each === undefined ? 'x' : personId(each), each, submission()),
    [false, true, true, true, false, true, false],
  ],
  [
    'its contact',
    (each) => maySeeContact(each === undefined ? 'x' : personId(each), each, submission()),
    [false, true, false, false, false, false, false],
  ],
  [
    'a withdrawn submission',
    (each) =>
      maySeeSubmission(each === undefined ? 'x' : personId(each), each, submission({ status: 'withdrawn' })),
    [false, true, true, false, false, false, false],
  ],
  [
    'its history',
    (each) => maySeeHistory(each === undefined ? 'x' : personId(each), each, submission()),
    [false, true, false, false, false, false, false],
  ],
  [
    'its scores, own sheet not in',
    (each) => maySeeScores(each, submission(), { status: 'draft' }),
    [false, true, true, false, false, false, false],
  ],
  [
    'its scores, own sheet in',
    (each) => maySeeScores(each, submission(), { status: 'handed-in' }),
    [false, true, true, true, false, true, false],
  ],
  [
    'scoring it',
    (each) => refuseScoring(each, submission(), round(), now) ?? true,
    ['not-a-judge', 'not-a-judge', 'not-a-judge', true, 'conflict', true, 'not-a-judge'],
  ],
];

describe('who may see or do', () => {
  test.each(table)('%s', (_what, may, expected) => {
    expect(everyone.map(([name, each]) => [name, may(each)])).toEqual(
      everyone.map(([name], index) => [name, expected[index]]),
    );
  });

  test('the submitter sees their own submission and its contact, and may not score it', () => {
    const own = submission({
      submitter: personId(juror),
      participant: { kind: 'municipality', code: 'GM0014' },
    });
    expect(maySeeSubmission(personId(juror), undefined, own)).toBe(true);
    expect(maySeeContact(personId(juror), undefined, own)).toBe(true);
    expect(maySeeHistory(personId(juror), undefined, own)).toBe(true);
    expect(refuseScoring(juror, own, round(), now)).toBe('conflict');
  });

  test('a judge of a municipality that has merged is kept away from its successor', () => {
    expect(
      refuseScoring(
        merged,
        submission({ participant: { kind: 'municipality', code: 'GM0363' } }),
        round(),
        now,
      ),
    ).toBe('conflict');
    expect(
      refuseScoring(
        merged,
        submission({ participant: { kind: 'municipality', code: 'GM0344' } }),
        round(),
        now,
      ),
    ).toBeUndefined();
  });

  test.each([
    ['a withdrawn submission', submission({ status: 'withdrawn' }), round(), 'withdrawn'],
    ['a round to come', submission(), round({ opensAt: '2026-11-22T10:00:00.001Z' }), 'round-not-open'],
    ['a round from its first moment', submission(), round({ opensAt: now }), undefined],
    ['a round at its closing moment', submission(), round({ closesAt: now }), 'round-closed'],
  ])('scoring %s', (_what, entered, judged, expected) => {
    expect(refuseScoring(juror, entered, judged, now)).toBe(expected);
  });

  test.each([
    ['who handed it in, until the last moment', sanne, '2027-01-31T22:59:59.999Z', undefined],
    ['who handed it in, at the closing moment', sanne, '2027-01-31T23:00:00.000Z', 'edition-closed'],
    ['somebody else', personId(organiser), now, 'not-found'],
    ['somebody else after the close', personId(juror), '2027-03-01T00:00:00.000Z', 'not-found'],
  ])('changing or withdrawing by %s', (_what, who, at, expected) => {
    const period = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2027-01-31T23:00:00.000Z' };
    expect(refuseOwnChange(who, submission(), period, at)).toBe(expected);
  });

  const id = personId(juror);
  test.each<[string, Seating, unknown, unknown]>([
    ['assigned', { assigned: [id], abstained: [] }, undefined, undefined],
    ['not assigned', { assigned: ['t:x'], abstained: [] }, 'not-assigned', 'not-assigned'],
    ['abstaining', { assigned: 'everybody', abstained: [id] }, 'abstained', undefined],
    ['abstaining and not assigned', { assigned: [], abstained: [id] }, 'not-assigned', 'not-assigned'],
    ['beside somebody who abstains', { assigned: 'everybody', abstained: ['t:x'] }, undefined, undefined],
  ])('scoring, and abstaining, by a judge who is %s', (_what, seating, scoring, abstaining) => {
    expect(refuseScoring(juror, submission(), round(), now, seating)).toBe(scoring);
    expect(refuseAbstaining(juror, submission(), round(), now, seating)).toBe(abstaining);
    expect(maySeeScores(juror, submission(), { status: 'handed-in' }, seating)).toBe(scoring === undefined);
  });

  test.each(everyone)('abstaining and running rounds, for %s', (who, each) => {
    const mayAbstain = refuseAbstaining(each, submission(), round(), now) === undefined;
    expect(mayAbstain).toBe(['a juror', 'a chair who scores'].includes(who));
    expect(mayRunRounds(each)).toBe(who === 'the organiser');
    expect(mayChaseJudges(each)).toBe(who === 'the organiser');
    const closed = refuseAbstaining(each, submission(), round({ closesAt: now }), now);
    expect(closed === 'round-closed').toBe(mayAbstain);
  });

  const everybodySeated: RoundSeating = { roundId: 'preselection', assigned: 'everybody', abstained: [] };
  const readsAlong = (
    each: EditionRole | undefined,
    status: 'none' | 'draft' | 'handed-in',
    changes: Partial<RoundSeating> & { entered?: Partial<Submission> } = {},
  ): boolean => {
    const { entered, ...seating } = changes;
    const who = each === undefined ? 't:x' : personId(each);
    const sheet = status === 'none' ? undefined : { status };
    return maySeeDiscussion(who, each, submission(entered), sheet, { ...everybodySeated, ...seating });
  };

  test.each([
    ['none', [false, true, true, false, false, false, false]],
    ['draft', [false, true, true, false, false, false, false]],
    ['handed-in', [false, true, true, true, false, true, false]],
  ] as const)('what the jury says, own sheet %s', (status, expected) => {
    expect(everyone.map(([, each]) => readsAlong(each, status))).toEqual(expected);
  });

  test.each<[string, EditionRole, Parameters<typeof readsAlong>[2], boolean]>([
    ['the submitter, who judges', juror, { entered: { submitter: id } }, false],
    ['the submitter, who organises', organiser, { entered: { submitter: personId(organiser) } }, false],
    ['the submitter, who chairs', chair, { entered: { submitter: personId(chair) } }, false],
    ['a judge who was assigned', juror, { assigned: [id] }, true],
    ['a judge who was not', juror, { assigned: ['t:x'] }, false],
    ['a judge who abstains', juror, { abstained: [id] }, false],
    ['a judge of another round', { ...juror, limits: { juror: { rounds: ['pitch'] } } }, {}, false],
    ['a judge of another category', { ...juror, limits: { juror: { categories: ['indirect'] } } }, {}, false],
    ['a chair of another category', { ...chair, limits: { chair: { categories: ['indirect'] } } }, {}, false],
    [
      'a chair who judges another category',
      { ...scoringChair, limits: { juror: { categories: ['indirect'] } } },
      {},
      false,
    ],
    ['a judge, after it was withdrawn', juror, { entered: { status: 'withdrawn' } }, false],
    ['an organiser, after it was withdrawn', organiser, { entered: { status: 'withdrawn' } }, true],
  ])('what the jury says, sheet handed in, for %s', (_who, each, changes, expected) => {
    expect(readsAlong(each, 'handed-in', changes)).toBe(expected);
  });

  test('a submission is shown as similar unless it is withdrawn', () => {
    expect(maySeeAsSimilar(submission())).toBe(true);
    expect(maySeeAsSimilar(submission({ status: 'withdrawn' }))).toBe(false);
  });

  test.each([
    ['who handed it in, while it is judged', sanne, '2026-12-01T00:00:00.000Z', true],
    ['somebody else, while it is judged', personId(juror), '2026-12-01T00:00:00.000Z', false],
    ['somebody else, between two rounds', personId(juror), '2027-02-01T00:00:00.000Z', false],
    ['somebody else, when the last round closes', personId(juror), '2027-03-01T00:00:00.000Z', true],
  ])('its number, for %s', (_what, who, at, expected) => {
    const rounds = [
      round({ closesAt: '2027-01-01T00:00:00.000Z' }),
      round({ closesAt: '2027-03-01T00:00:00.000Z' }),
    ];
    const closesAt = '2026-11-30T00:00:00.000Z';
    expect(maySeeNumber(who, submission(), { closesAt, rounds }, at)).toBe(expected);
  });
});
