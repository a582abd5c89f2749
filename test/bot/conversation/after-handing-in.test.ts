import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { finishHandingIn } from '../../../bot/conversation/finish-handing-in.ts';
import type { TapReply } from '../../../bot/conversation/inbound-event.ts';
import {
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editions,
  programmePartition,
} from '../../../bot/store/documents/edition-documents.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import { auditEntries, submissionPartition } from '../../../bot/store/documents/submission-documents.ts';
import { actionsOf } from '../../teams/card-actions.ts';
import type { Chat, Place } from './chat.ts';
import { cardOf, changeEdition, openPlace, sanne, seenOn, submissionOf } from './chat.ts';

let place: Place;
let chat: Chat;

beforeEach(async () => {
  place = await openPlace();
  chat = place.with();
});
afterEach(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';

async function say(...words: string[]): Promise<string> {
  for (const word of words) await chat.say(word);
  return (await chat.newest()).text;
}

/** @returns its id */
async function handIn(title = 'Afvalcoach aan de deur'): Promise<string> {
  const before = new Set((await place.submissions()).map(({ id }) => id));
  await say(before.size === 0 ? 'hoi' : 'nieuw', 'eigen', 'ja', title, description, 'direct', 'maart 2025');
  await say('klopt', 'ja');
  const made = (await place.submissions()).find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error(`nothing was handed in: ${(await chat.newest()).text}`);
  return made.id;
}

const stored = (id: string) => submissionOf(place.world.store, id);
const seen = (reply: TapReply) => seenOn(cardOf(reply));
const titlesOn = (card: Record<string, unknown>) => actionsOf({ cards: [card] }).map(({ title }) => title);
const closed = () =>
  changeEdition(place.world.store, place.edition, { closesAt: '2026-11-22T11:59:59.999Z' });
const log = async (id: string) =>
  (await auditEntries.list(place.world.store, submissionPartition(id))).map(({ value }) => value.act);

/** The list of what they handed in, as a tap on the receipt gives it. */
async function list(): Promise<Record<string, unknown>> {
  return cardOf(await chat.send('own.list', {}));
}

describe('mijn inzendingen', () => {
  test('newest first, each with number, title, stage and what one can do', async () => {
    await handIn();
    place.setNow('2026-11-22T13:00:00.000Z');
    await handIn('Reizende luisterpaal');
    const text = await say('mijn inzendingen');
    expect(text.indexOf('GD27-0002 · Reizende luisterpaal')).toBeGreaterThan(0);
    expect(text.indexOf('GD27-0002')).toBeLessThan(text.indexOf('GD27-0001'));
    expect(text).toContain('Ontvangen op 22 november 2026, 14.00 uur.');
    const titles = titlesOn((await chat.newest()).card);
    expect(titles.slice(0, 6)).toEqual(['Bekijk', 'Wijzig', 'Trek in', 'Bekijk', 'Wijzig', 'Trek in']);
    expect(titles).toContain('Zend nog een initiatief in');
  });

  test('shows all that was entered', async () => {
    await handIn();
    const one = seen(await chat.tap('Bekijk', {}, await list()));
    for (const entered of ['Utrecht', description, 'Direct', 'maart 2025', 'sanne.dewit@utrecht.example'])
      expect(one).toContain(entered);
  });

  test('with many, one page at a time, to the end and back', async () => {
    for (let count = 1; count <= 6; count += 1) {
      place.setNow(`2026-11-22T13:0${count}:00.000Z`);
      await handIn(`Initiatief nummer ${count}`);
    }
    const first = await list();
    expect(seenOn(first)).toContain('1 tot en met 5 van 6');
    expect(seenOn(first)).not.toContain('Initiatief nummer 1\n');
    const second = cardOf(await chat.tap('Toon meer', {}, first));
    expect(seenOn(second)).toContain('Initiatief nummer 1');
    expect(titlesOn(second)).not.toContain('Toon meer');
    expect(seen(await chat.tap('Naar de nieuwste', {}, second))).toEqual(seenOn(first));
  });

  test('with nothing, it says how to begin', async () => {
    const text = await say('hoi', 'mijn inzendingen');
    expect(text).toContain('U hebt nog niets ingediend.');
  });

  test('after the close there is nothing to change, and it says where it stands', async () => {
    await handIn();
    await closed();
    const card = await list();
    expect(seenOn(card)).toContain('In beoordeling tot');
    expect(titlesOn(card)).toEqual(['Bekijk']);
  });

  test("somebody else's submission is not there", async () => {
    const id = await handIn();
    const other = place.with({ ...sanne, objectId: 'mehmet', name: 'Mehmet', mail: undefined });
    for (const [verb, data] of [
      ['own.view', {}],
      ['own.change', {}],
      ['own.withdraw', {}],
      ['own.withdraw-now', { revision: 1 }],
      ['own.restore', { revision: 1 }],
      ['own.leave', { draft: id }],
    ] as const) {
      const reply = await other.send(verb, { submission: id, ...data });
      expect([verb, reply]).toEqual([verb, expect.objectContaining({ kind: 'error', code: 'not-found' })]);
    }
    expect(await stored(id)).toMatchObject({ status: 'submitted', revision: 1 });
  });
});

describe('changing', () => {
  const begin = async (): Promise<string> => {
    const id = await handIn();
    expect(await chat.tap('Wijzig', {}, await list())).toEqual({
      kind: 'message',
      text: 'Ga hieronder verder.',
    });
    return id;
  };

  test('begins at the overview with everything filled in; until it is handed in nothing changes', async () => {
    const id = await begin();
    const card = await chat.newest();
    expect(card.text).toContain('U wijzigt GD27-0001.');
    expect(card.text).toContain('telt wat u eerder hebt ingediend');
    expect(card.text).toContain('Afvalcoach aan de deur');
    await say('wijzig titel', 'Afvalcoach op het plein');
    expect((await chat.newest()).text).toContain('Titel · gewijzigd');
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach aan de deur', revision: 1 });
  });

  test('handed in by a tap it replaces what was there, in one message, with both in the log', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein');
    const count = await chat.count();
    await chat.tap('Wijzigingen indienen');
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach op het plein', number: 1, revision: 2 });
    expect(await log(id)).toEqual(['submit', 'change-submission']);
    expect(await chat.count()).toBe(count + 1);
    expect((await chat.newest()).text).toContain('GD27-0001 is gewijzigd.');
    expect(seenOn(await list())).toContain('GD27-0001 · Afvalcoach op het plein');
    expect(seenOn(await list())).toContain('gewijzigd op');
  });

  test('handed in by typing, and brought again, it has one effect', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein', 'dien in');
    await chat.again();
    const { draftId = '' } = await chat.chat();
    await finishHandingIn(place.world.store, personPartition(chat.id), draftId);
    expect(await log(id)).toEqual(['submit', 'change-submission']);
    expect((await place.submissions()).map(({ number }) => number)).toEqual([1]);
  });

  test('tapped twice there is one change, and one card of it', async () => {
    await begin();
    await chat.again();
    await chat.tap('Wijzig', {}, await list());
    const open = (await chat.drafts()).filter(({ status }) => status === 'open');
    expect(open).toHaveLength(1);
    const cards = (await chat.messages()).filter(({ kind }) => kind === 'intake-card');
    expect(cards.filter(({ text }) => text.includes('U wijzigt'))).toHaveLength(1);
  });

  test('the same checks stand in the way', async () => {
    const id = await begin();
    expect(await say('wijzig afgerond', 'mei 2019')).toContain('Meedoen kan als');
    await say('terug', 'dien in');
    expect(await stored(id)).toMatchObject({ finished: { from: '2025-03-01' } });
  });

  test('can be left: what was handed in counts', async () => {
    const id = await begin();
    await say('wijzig titel', 'Iets heel anders');
    const left = seen(await chat.tap('Stop zonder wijzigen'));
    expect(left).toContain('Wat u eerder hebt ingediend, telt.');
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach aan de deur', revision: 1 });
    expect((await chat.drafts()).map(({ status }) => status)).toEqual(
      expect.arrayContaining(['handed-in', 'discarded']),
    );
    await chat.tap('Wijzig', {}, await list());
    expect((await chat.newest()).text).toContain('Afvalcoach aan de deur');
  });

  test('begun anew it is as it was handed in, and still a change', async () => {
    const id = await begin();
    const text = await say('wijzig titel', 'Iets heel anders', 'opnieuw', 'ja');
    expect(text).toContain('U wijzigt GD27-0001.');
    expect(text).toContain('Afvalcoach aan de deur');
    await say('wijzig titel', 'Afvalcoach op het plein', 'dien in');
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach op het plein', revision: 2 });
    expect(await place.submissions()).toHaveLength(1);
  });

  test('without a difference it says so, and writes nothing', async () => {
    const id = await begin();
    await chat.tap('Wijzigingen indienen');
    expect((await chat.newest()).text).toContain('U hebt niets gewijzigd');
    expect(await log(id)).toEqual(['submit']);
  });

  test('after the close it is refused with a sentence, and the change is still there', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein');
    const { card } = await chat.newest();
    await closed();
    const reply = await chat.tap('Wijzigingen indienen', {}, card);
    expect(seen(reply)).toContain('Uw laatste wijzigingen zijn niet ingediend');
    expect(await stored(id)).toMatchObject({ revision: 1 });
    expect((await chat.draft()).answers.title).toBe('Afvalcoach op het plein');
    expect(await chat.send('own.change', { submission: id })).toMatchObject({
      kind: 'error',
      code: 'edition-closed',
      text: expect.stringContaining('GD27-0001 blijft zoals de inzending nu is.'),
    });
  });

  test('of what was withdrawn meanwhile waits until it is put back', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein');
    await chat.send('own.withdraw-now', { submission: id, revision: 1 });
    await chat.tap('Wijzigingen indienen');
    const refused = await chat.newest();
    expect(refused.text).toContain('GD27-0001 is intussen ingetrokken.');
    expect(refused.text).toContain('Afvalcoach op het plein');
    expect(await stored(id)).toMatchObject({ status: 'withdrawn', title: 'Afvalcoach aan de deur' });
    await chat.send('own.restore', { submission: id, revision: 2 });
    await chat.tap('Wijzigingen indienen');
    expect(await stored(id)).toMatchObject({ status: 'submitted', title: 'Afvalcoach op het plein' });
  });

  test('broken off before the submission was changed, it is carried out later', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein');
    place.failCommits((partition) => partition === submissionPartition(id));
    await expect(chat.tap('Wijzigingen indienen')).rejects.toThrow('disk is full');
    place.failCommits(undefined);
    const { draftId = '' } = await chat.chat();
    await finishHandingIn(place.world.store, personPartition(chat.id), draftId);
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach op het plein', revision: 2 });
    expect((await chat.newest()).text).toContain('GD27-0001 is gewijzigd.');
  });

  test('broken off before the chat was told, it is told later, once', async () => {
    const id = await begin();
    await say('wijzig titel', 'Afvalcoach op het plein');
    let commits = 0;
    place.failCommits((partition) => partition === personPartition(chat.id) && (commits += 1) > 1);
    await expect(chat.tap('Wijzigingen indienen')).rejects.toThrow('disk is full');
    place.failCommits(undefined);
    await place.restart();
    const { draftId = '' } = await chat.chat();
    for (const _again of [1, 2]) await finishHandingIn(place.world.store, personPartition(chat.id), draftId);
    const told = (await chat.messages()).filter(({ text }) => text.includes('is gewijzigd.'));
    expect(told).toHaveLength(1);
    expect(await log(id)).toEqual(['submit', 'change-submission']);
  });
});

describe('typed', () => {
  test('a number shows the submission, with what to do about it', async () => {
    const id = await handIn();
    expect(await say('GD27-0001')).toContain(description);
    expect(await say('trek gd27-0001 in')).toContain('Weet u het zeker?');
    await chat.tap('Ja, trek in');
    expect((await chat.newest()).text).toContain('Ingetrokken op');
    expect(await stored(id)).toMatchObject({ status: 'withdrawn' });
    expect(await say('wijzig GD27-0001')).toContain('Ingetrokken op');
  });

  test('it begins a change, and stops it', async () => {
    const id = await handIn();
    expect(await say('wijzig GD27-0001')).toContain('U wijzigt GD27-0001.');
    await say('wijzig titel', 'Iets heel anders');
    expect(await say('Stop zonder wijzigen.')).toContain('Wat u eerder hebt ingediend, telt.');
    expect(await stored(id)).toMatchObject({ title: 'Afvalcoach aan de deur', revision: 1 });
    expect((await chat.drafts()).some(({ status }) => status === 'open')).toBe(false);
  });

  test("the number of somebody else's is none", async () => {
    await handIn();
    const other = place.with({ ...sanne, objectId: 'mehmet', name: 'Mehmet', mail: undefined });
    await other.say('hoi');
    await other.say('GD27-0001');
    expect((await other.newest()).text).not.toContain(description);
  });
});

describe('with a new one open as well', () => {
  const beginBoth = async (): Promise<string> => {
    const id = await handIn();
    await say('nieuw', 'eigen', 'ja', 'Slim parkeren');
    await chat.tap('Wijzig', {}, await list());
    return id;
  };

  test('the other waits, and one card lives', async () => {
    await beginBoth();
    const card = await chat.newest();
    expect(card.text).toContain('Uw andere inzending wacht.');
    const living = (await chat.messages()).filter(({ kind }) => kind === 'intake-card');
    expect(living.filter(({ card: each }) => titlesOn(each).length > 1)).toHaveLength(1);
  });

  test.each([
    ['handed in', 'Wijzigingen indienen'],
    ['left', 'Stop zonder wijzigen'],
  ])('once the change is %s, they go on where they were', async (_how, button) => {
    const id = await beginBoth();
    await say('wijzig titel', 'Afvalcoach op het plein');
    await chat.tap(button);
    const text = await say('verder');
    expect(text).toContain('Wat hebt u gedaan en wat levert het op?');
    expect((await chat.draft()).answers.title).toBe('Slim parkeren');
    await say('Sensoren wijzen automobilisten een vrije plek.', 'direct', 'maart 2025', 'klopt', 'ja');
    expect((await place.submissions()).map(({ title }) => title)).toContain('Slim parkeren');
    expect((await stored(id))?.number).toBe(1);
  });

  test('the message about the change says how to go on', async () => {
    await beginBoth();
    await say('wijzig titel', 'Afvalcoach op het plein');
    await chat.tap('Wijzigingen indienen');
    const told = await chat.newest();
    expect(told.text).toContain('typ **verder** om daarmee door te gaan');
    await chat.tap('Ga verder met invullen', {}, told.card);
    expect((await chat.newest()).text).toContain('Wat hebt u gedaan en wat levert het op?');
  });
});

describe('withdrawing', () => {
  test('asks first; yes withdraws, and it can be put back', async () => {
    const id = await handIn();
    const asking = cardOf(await chat.tap('Trek in', {}, await list()));
    expect(seenOn(asking)).toContain('Weet u het zeker?');
    expect(await stored(id)).toMatchObject({ status: 'submitted' });
    const withdrawn = cardOf(await chat.tap('Ja, trek in', {}, asking));
    expect(seenOn(withdrawn)).toContain('GD27-0001 is ingetrokken.');
    expect(await stored(id)).toMatchObject({ status: 'withdrawn' });
    const restored = cardOf(await chat.tap('Zet terug', {}, withdrawn));
    expect(seenOn(restored)).toContain('GD27-0001 doet weer mee');
    expect(await stored(id)).toMatchObject({ status: 'submitted', revision: 3 });
    expect(await log(id)).toEqual(['submit', 'withdraw', 'restore']);
  });

  test('no leaves it', async () => {
    const id = await handIn();
    const asking = cardOf(await chat.tap('Trek in', {}, await list()));
    const kept = cardOf(await chat.tap('Nee, laat staan', {}, asking));
    expect(titlesOn(kept)).toContain('Trek in');
    expect(await stored(id)).toMatchObject({ status: 'submitted', revision: 1 });
  });

  test('on two devices, and brought again after it was put back, it has one effect', async () => {
    const id = await handIn();
    const data = { submission: id, revision: 1 };
    await Promise.all([chat.send('own.withdraw-now', data), chat.send('own.withdraw-now', data)]);
    await chat.send('own.restore', { submission: id, revision: 2 });
    const late = await chat.send('own.withdraw-now', data);
    expect(seen(late)).toContain('net op een ander apparaat gewijzigd');
    expect(await log(id)).toEqual(['submit', 'withdraw', 'restore']);
  });

  test('what is withdrawn is put back before it is changed', async () => {
    const id = await handIn();
    await chat.send('own.withdraw-now', { submission: id, revision: 1 });
    const reply = await chat.send('own.change', { submission: id });
    expect(seen(reply)).toContain('Tik eerst op **Zet terug**');
  });

  test('after the close it is refused with a sentence', async () => {
    const id = await handIn();
    await closed();
    for (const verb of ['own.withdraw', 'own.withdraw-now'])
      expect(await chat.send(verb, { submission: id, revision: 1 })).toMatchObject({
        code: 'edition-closed',
      });
    expect(await log(id)).toEqual(['submit']);
  });
});

test('the receipt leads to changing, and to another one', async () => {
  await handIn();
  const receipt = await chat.newest();
  expect(receipt.text).toContain('Wijzigen of intrekken kan');
  expect(titlesOn(receipt.card)).toEqual(['Mijn inzendingen', 'Zend nog een initiatief in']);
});

test('a change of an edition that is past stands in the way of nothing', async () => {
  await handIn();
  await chat.tap('Wijzig', {}, await list());
  await nextEdition();
  expect(await say('hoi')).not.toContain('U wijzigt');
  expect(await say('nieuw')).toContain('Van wie is het initiatief?');
});

/** The programme goes on to another edition, which is open. */
async function nextEdition(): Promise<void> {
  const { store } = place.world;
  const before = await currentEditions.read(store, programmePartition, currentEditionId);
  const next = { ...place.edition, id: 'gd28', name: 'GemeenteDelers 2028', numberPrefix: 'GD28' };
  await store.commit(editionPartition(next.id), [editions.create(editionDocumentId, next)]);
  await store.commit(programmePartition, [
    currentEditions.write(currentEditionId, { editionId: next.id }, before),
  ]);
}
