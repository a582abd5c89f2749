import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createDeskTaps } from '../../bot/cards/desk-taps.ts';
import type { Tapped, TapReply } from '../../bot/conversation/inbound-event.ts';
import type { Edition } from '../../bot/domain/edition/edition.ts';
import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../bot/store/documents/edition-documents.ts';
import { auditEntries, auditPrefix } from '../../bot/store/documents/submission-documents.ts';
import { readEdition } from '../../bot/use-cases/edition-context.ts';
import { writeSheet } from '../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, full, now } from '../bot/domain/examples.ts';
import type { OpenWorld } from '../bot/use-cases/world.ts';
import { openWorld } from '../bot/use-cases/world.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';
import { objectsIn, ofType } from './card-files.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  for (const submissionId of ['luisterpaal', 'loket', 'brug']) {
    await submitInitiative(world.store, {
      ...{ submissionId, editionId: world.edition.id, submitter: 't:s', fields, receivedAt: now },
    });
  }
  await world.catchUp();
});
afterEach(() => world.close());

const { organiser, chair, juror1, sanne } = people;
const round = 'preselection';

function tapAs(person: Person, verb: string, data: Record<string, unknown> = {}): Promise<TapReply> {
  const { id: objectId, name } = person;
  const event: Tapped = {
    ...{ kind: 'tapped', key: verb, at: world.now(), verb, data, where: 'chat', automatic: false },
    person: { tenantId, objectId, name, language: 'nl' },
  };
  return createDeskTaps(world)(event);
}
const tap = (verb: string, data: Record<string, unknown> = {}) => tapAs(organiser, verb, data);

/** All that can be read on it. */
function seen(reply: TapReply): string {
  if (reply.kind !== 'card') return reply.text;
  return objectsIn(reply.card.body)
    .flatMap(({ text, label }) => [text, label])
    .filter((each) => typeof each === 'string')
    .join('\n');
}

function actionsOf(reply: TapReply) {
  return reply.kind === 'card' ? ofType(reply.card, 'Action.Execute') : [];
}

const verbsOf = (reply: TapReply) => actionsOf(reply).map(({ verb }) => verb);

/** Taps what the card has with this verb, with what was filled in. */
function tapOn(reply: TapReply, verb: string, filled: Record<string, string> = {}): Promise<TapReply> {
  const action = actionsOf(reply).find((each) => each.verb === verb);
  if (action === undefined) throw new Error(`no ${verb} on the card`);
  return tap(verb, { ...objectsIn(action.data)[0], ...filled });
}

const roundNow = async () => (await readEdition(world.store, world.edition.id))?.rounds[0];
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const log = async () => {
  const partition = editionPartition(world.edition.id);
  const entries = await auditEntries.list(world.store, partition, { prefix: auditPrefix });
  return entries.map(({ value }) => value.act);
};

async function changeRound(changes: Partial<Edition['rounds'][number]>): Promise<void> {
  const partition = editionPartition(world.edition.id);
  const before = await editions.read(world.store, partition, editionDocumentId);
  const rounds = world.edition.rounds.map((each) => ({ ...each, ...changes }));
  await world.store.commit(partition, [
    editions.write(editionDocumentId, { ...world.edition, rounds }, before),
  ]);
}

describe('the desk', () => {
  test('says how the edition stands, and leads everywhere', async () => {
    await writeSheet(
      world,
      { tenantId, objectId: juror1.id },
      {
        ...{ submissionId: 'loket', roundId: round, content: full, wish: 'hand-in', basedOn: 0 },
      },
    );
    await world.catchUp();
    const card = await tap('desk.open');
    expect(seen(card)).toContain('Inzenden kan tot');
    expect(seen(card)).toContain('3 inzendingen, 1 van 15 beoordelingen ingediend');
    expect(verbsOf(card)).toEqual([
      ...['desk.round', 'desk.assignment', 'desk.channels', 'people.list', 'late.list', 'desk.open'],
    ]);
  });

  test.each([
    ['desk.open', {}],
    ['desk.round', { round }],
    ['desk.ask-close', { round }],
    ['desk.close-round', { round, seen: `${now}_${now}` }],
    ['desk.assignment', { round }],
    ['desk.assign', { round, fingerprint: '00' }],
    ['desk.channels', {}],
    ['desk.unbind', { channel: 'channel:all', turn: 1 }],
    ['desk.place-anew', { asked: 0 }],
  ])('is for organisers: %s', async (verb, data) => {
    for (const person of [chair, juror1, sanne])
      expect(await tapAs(person, verb, data)).toMatchObject({ kind: 'error', code: 'not-organiser' });
    expect(await log()).toEqual([]);
  });

  test.each([
    ['desk.round', { round: 'finale' }],
    ['desk.close-round', { round, seen: 'nu' }],
    ['desk.unbind', { channel: '../all', turn: 1 }],
    ['desk.assign', { round, fingerprint: 'x'.repeat(1_000) }],
    ['desk.place-anew', {}],
    ['desk.weg', {}],
  ])('takes nothing that no card sends: %s %j', async (verb, data) => {
    expect(await tap(verb, data)).toMatchObject({ kind: 'error', code: 'malformed' });
  });
});

describe('a round', () => {
  test('is closed after it was asked, once, and what came before counts', async () => {
    const asked = await tap('desk.ask-close', { round });
    expect(seen(asked)).toContain('Binnen zijn 0 van de 15 beoordelingen');
    expect((await roundNow())?.closesAt).toBe(world.edition.rounds[0]?.closesAt);
    world.setNow(later(10));
    const done = await tapOn(asked, 'desk.close-round');
    expect(seen(done)).toContain('De ronde is gesloten');
    world.setNow(later(11));
    expect(seen(await tapOn(asked, 'desk.close-round'))).toBe(seen(done));
    expect((await roundNow())?.closesAt).toBe(later(10));
    expect(await log()).toEqual(['close-round']);

    const sheet = {
      submissionId: 'loket',
      roundId: round,
      content: full,
      wish: 'hand-in',
      basedOn: 0,
    } as const;
    const judge = { tenantId, objectId: juror1.id };
    await expect(writeSheet(world, judge, { ...sheet, receivedAt: later(10) })).rejects.toMatchObject({
      code: 'round-closed',
    });
    expect(await writeSheet(world, judge, { ...sheet, receivedAt: later(9) })).toMatchObject({
      event: 'handed-in',
    });
  });

  test('that was closed can be opened again until a moment that one chooses', async () => {
    await tapOn(await tap('desk.ask-close', { round }), 'desk.close-round');
    world.setNow(later(5));
    const closed = await tap('desk.round', { round });
    expect(seen(closed)).toContain('Heropenen: kies tot wanneer');
    const wrong: Record<string, string>[] = [
      { untilDay: '' },
      { untilDay: '2020-01-01' },
      { untilDay: 'morgen', untilTime: '9' },
    ];
    for (const filled of wrong)
      expect(seen(await tapOn(closed, 'desk.ask-reopen', filled))).toContain(
        'Kies een dag die nog moet komen',
      );
    const asked = await tapOn(closed, 'desk.ask-reopen', { untilDay: '2026-12-04', untilTime: '17:00' });
    expect(seen(asked)).toContain('tot 4 december 2026, 17.00 uur');
    for (let times = 0; times < 2; times += 1)
      expect(seen(await tapOn(asked, 'desk.reopen-round'))).toContain('De ronde is weer open');
    expect((await roundNow())?.closesAt).toBe('2026-12-04T16:00:00.000Z');
    const day = await tapOn(closed, 'desk.ask-reopen', { untilDay: '2026-12-05' });
    expect(seen(day)).toContain('Open tot 4 december 2026');
    expect(await log()).toEqual(['close-round', 'reopen-round']);
  });

  test('without a time is open to the end of that day', async () => {
    await tapOn(await tap('desk.ask-close', { round }), 'desk.close-round');
    const closed = await tap('desk.round', { round });
    const asked = await tapOn(closed, 'desk.ask-reopen', { untilDay: '2026-12-04', untilTime: '' });
    expect(seen(asked)).toContain('tot en met 4 december 2026');
  });

  test('is not closed on what was asked before it was closed and reopened by somebody else', async () => {
    const asked = await tap('desk.ask-close', { round });
    await tapOn(await tap('desk.ask-close', { round }), 'desk.close-round');
    const closed = await tap('desk.round', { round });
    const again = await tapOn(closed, 'desk.ask-reopen', { untilDay: '2026-12-04', untilTime: '17:00' });
    await tapOn(again, 'desk.reopen-round');
    expect(seen(await tapOn(asked, 'desk.close-round'))).toContain('Intussen is er iets veranderd');
    expect((await roundNow())?.closesAt).toBe('2026-12-04T16:00:00.000Z');
  });

  test('that is yet to come is opened early, which can not be undone', async () => {
    await changeRound({ opensAt: '2026-12-01T08:00:00.000Z' });
    const asked = await tapOn(await tap('desk.round', { round }), 'desk.ask-open');
    expect(seen(asked)).toContain('Openen kunt u niet ongedaan maken');
    expect(seen(await tapOn(asked, 'desk.open-round'))).toContain('De ronde is open');
    expect((await roundNow())?.opensAt).toBe(now);
    expect(await log()).toEqual(['open-round']);
  });
});

describe('an assignment', () => {
  test('is not needed where everybody judges everything', async () => {
    const card = await tap('desk.assignment', { round });
    expect(seen(card)).toContain('In deze ronde beoordeelt iedereen alles');
    expect(verbsOf(card)).toEqual(['desk.open']);
  });

  test('is shown before it is so, and applied as it was shown', async () => {
    await changeRound({ assignment: { perSubmission: 2 } });
    const shown = await tap('desk.assignment', { round });
    expect(seen(shown)).toContain('Elke inzending krijgt 2 beoordelaars');
    expect(seen(shown)).toContain('Jurylid 1');
    expect(await log()).toEqual([]);
    for (let times = 0; times < 2; times += 1)
      expect(seen(await tapOn(shown, 'desk.assign'))).toContain('De toewijzing is toegepast');
    expect(await log()).toEqual(['plan-assignment']);
  });

  test('on which something has changed is shown anew, and nothing is written', async () => {
    await changeRound({ assignment: { perSubmission: 2 } });
    const shown = await tap('desk.assignment', { round });
    await changeRound({ assignment: { perSubmission: 3 } });
    const again = await tapOn(shown, 'desk.assign');
    expect(seen(again)).toContain('Er is niets toegepast');
    expect(seen(again)).toContain('Elke inzending krijgt 3 beoordelaars');
    expect(await log()).toEqual([]);
    expect(seen(await tapOn(again, 'desk.assign'))).toContain('De toewijzing is toegepast');
  });

  test('says which submissions are short, and whether judges can be compared', async () => {
    await changeRound({ assignment: { perSubmission: 9 } });
    const shown = seen(await tap('desk.assignment', { round }));
    expect(shown).toContain('Niet genoeg beoordelaars');
    expect(shown).toContain('GD27-0001: 5 van 9');
    expect(shown).toContain('Alle beoordelaars zijn met elkaar verbonden');
  });

  test('of a closed round leads to the round', async () => {
    await tapOn(await tap('desk.ask-close', { round }), 'desk.close-round');
    const card = await tap('desk.assignment', { round });
    expect(verbsOf(card)).toContain('desk.ask-reopen');
  });
});

describe('the channels', () => {
  test('are listed, and one is unbound after it was asked, once', async () => {
    const page = await tap('desk.channels');
    expect(seen(page)).toContain('Jury, alle categorieën');
    const asked = await tapOn(page, 'desk.ask-unbind');
    expect(seen(asked)).toContain('ontkoppelen?');
    for (let times = 0; times < 2; times += 1)
      expect(verbsOf(await tapOn(asked, 'desk.unbind'))).not.toContain('desk.ask-unbind');
    expect(await log()).toEqual(['unbind-channel']);
  });

  test('have their posts placed again when that is asked, once a card', async () => {
    const asked = await tapOn(await tap('desk.channels'), 'desk.ask-anew');
    expect(seen(asked)).toContain('Wat weg is, plaats ik één keer opnieuw');
    for (let times = 0; times < 2; times += 1)
      expect(seen(await tapOn(asked, 'desk.place-anew'))).toContain('Ik kijk alle inzendingen na');
    expect(await log()).toEqual(['place-posts-anew']);
  });
});
