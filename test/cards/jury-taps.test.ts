import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createJuryTaps, isJuryVerb } from '../../bot/cards/jury-taps.ts';
import { juryPostCard } from '../../bot/cards/jury-post-card.ts';
import type { Tapped, TapReply } from '../../bot/conversation/inbound-event.ts';
import type { Language } from '../../bot/domain/person.ts';
import { personId } from '../../bot/domain/person.ts';
import { remarkLength } from '../../bot/domain/judging/score-sheet.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../bot/store/documents/edition-documents.ts';
import {
  auditEntries,
  auditPrefix,
  scoreSheets,
  sheetPrefix,
  submissionPartition,
} from '../../bot/store/documents/submission-documents.ts';
import { viewJuryPost } from '../../bot/use-cases/judging/view-jury-post.ts';
import { openWorldOfTwo } from '../bot/use-cases/two-submissions.ts';
import type { OpenWorld } from '../bot/use-cases/world.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';
import { ofType, objectsIn } from './card-files.ts';
import { tabLink } from './jury-samples.ts';

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorldOfTwo();
});
afterEach(() => world.close());

const { juror1, juror2, juror5, sanne, chair, organiser } = people;
const at = { submission: 'luisterpaal', round: 'preselection' };
const scores = {
  'score.success': '4',
  'score.value': '5',
  'score.reuse': '3',
  'score.inclusion': 'not-assessable',
};
const filled = { ...at, basedOn: 0, ...scores, 'remark.success': ' Goed ', 'remark.overall': '' };

interface How {
  automatic?: boolean;
  language?: Language;
}

function tap(
  person: Person,
  verb: string,
  data: Record<string, unknown> = at,
  how: How = {},
): Promise<TapReply> {
  const { id: objectId, name, teamsId: teamsUserId } = person;
  const event: Tapped = {
    kind: 'tapped',
    key: `${verb} ${objectId}`,
    at: world.now(),
    person: { tenantId, objectId, name, teamsUserId, language: how.language ?? 'nl' },
    verb,
    data,
    where: 'channel',
    automatic: how.automatic ?? false,
  };
  return createJuryTaps({ world, deepLink: tabLink })(event);
}

/** Which card came back: told by what can be done on it. */
function kindOf(reply: TapReply): string {
  if (reply.kind !== 'card') return reply.kind === 'error' ? reply.code : 'message';
  const verbs = ofType(reply.card.actions, 'Action.Execute').map(({ verb }) => verb);
  if (verbs.includes('sheet.hand-in')) return 'sheet';
  if (seen(reply).includes('U onthoudt zich sinds')) return 'own-abstention';
  return seen(reply).includes('Uw gemiddelde') ? 'own-result' : 'post';
}

/** All that can be read on it. */
function seen(reply: TapReply): string {
  if (reply.kind !== 'card') return reply.text;
  return objectsIn(reply.card.body)
    .flatMap(({ text, value }) => [text, value])
    .filter((each) => typeof each === 'string')
    .join('\n');
}

function basedOn(reply: TapReply): unknown {
  if (reply.kind !== 'card') return undefined;
  const [handIn] = ofType(reply.card, 'Action.Execute').filter(({ verb }) => verb === 'sheet.hand-in');
  return objectsIn(handIn?.data)[0]?.basedOn;
}

function fieldsOf(reply: TapReply): Record<string, unknown> {
  if (reply.kind !== 'card') return {};
  return Object.fromEntries(ofType(reply.card, 'Input.').map(({ id, value }) => [String(id), value]));
}

const sheets = async () =>
  (
    await Promise.all(
      ['luisterpaal', 'grip', 'weg'].map((submission) =>
        scoreSheets.list(world.store, submissionPartition(submission), {
          prefix: sheetPrefix('preselection'),
        }),
      ),
    )
  ).flat();
const acts = async () =>
  (await auditEntries.list(world.store, submissionPartition('luisterpaal'), { prefix: auditPrefix })).map(
    ({ value }) => value.act,
  );
const postToEverybody = async () => {
  const view = await viewJuryPost(world, 'luisterpaal', 'preselection');
  if (view === undefined) throw new Error('there is no post');
  return juryPostCard(view, tabLink);
};

describe('a judge', () => {
  test('opens an empty sheet, fills it in, and sees their own result', async () => {
    const sheet = await tap(juror1, 'sheet.open');
    expect(kindOf(sheet)).toBe('sheet');
    expect(new Set(Object.values(fieldsOf(sheet)))).toEqual(new Set(['']));
    expect(await sheets()).toEqual([]);
    const result = await tap(juror1, 'sheet.hand-in', filled);
    expect(kindOf(result)).toBe('own-result');
    expect(seen(result)).toContain('1 van 5 beoordeeld');
    expect((await sheets()).map(({ value }) => value)).toMatchObject([
      {
        status: 'handed-in',
        scores: { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' },
        remarks: { success: 'Goed' },
        overallRemark: '',
      },
    ]);
    expect(kindOf(await tap(juror1, 'sheet.open'))).toBe('own-result');
  });

  test('saves what is not complete, and finds it again', async () => {
    const part = { ...at, basedOn: 0, 'score.success': '2', 'remark.overall': 'later verder' };
    const saved = await tap(juror1, 'sheet.save', part);
    expect(seen(saved)).toContain('Bewaard op 22 november 2026, 11.00 uur. Nog niet ingediend.');
    for (const verb of ['sheet.open', 'sheet.refresh']) {
      const again = await tap(juror1, verb, at, { automatic: verb === 'sheet.refresh' });
      expect(fieldsOf(again)).toMatchObject({ 'score.success': '2', 'remark.overall': 'later verder' });
      expect(basedOn(again)).toBe(1);
    }
  });

  test('hears at the field what is missing, with all that was filled in still there', async () => {
    const { 'score.reuse': _missing, ...rest } = filled;
    const reply = await tap(juror1, 'sheet.hand-in', rest);
    expect(kindOf(reply)).toBe('sheet');
    expect(seen(reply).match(/Kies een score, of kies/g)).toHaveLength(1);
    expect(seen(reply)).toContain('Bij één criterium ontbreekt een score. Wat u invulde, is bewaard.');
    expect(fieldsOf(reply)).toMatchObject({
      'score.success': '4',
      'score.reuse': '',
      'remark.success': 'Goed',
    });
    expect(await tap(juror1, 'sheet.hand-in', rest)).toEqual(reply);
  });

  test('changes what was handed in; a change with something missing stores nothing and loses nothing', async () => {
    await tap(juror1, 'sheet.hand-in', filled);
    const edit = await tap(juror1, 'sheet.edit');
    expect(fieldsOf(edit)).toMatchObject(scores);
    const emptied = await tap(juror1, 'sheet.hand-in', { ...at, basedOn: 1, 'remark.overall': 'nieuw' });
    expect(fieldsOf(emptied)).toMatchObject({ 'score.success': '', 'remark.overall': 'nieuw' });
    expect(seen(emptied)).toContain('Tot u opnieuw indient, telt uw eerdere beoordeling.');
    const changed = await tap(juror1, 'sheet.hand-in', { ...filled, 'score.success': '1', basedOn: 1 });
    expect(kindOf(changed)).toBe('own-result');
    expect(await acts()).toEqual(['submit', 'hand-in-sheet', 'revise-sheet']);
  });

  test('who taps twice hands in once and gets the same answer', async () => {
    const [one, other] = await Promise.all([
      tap(juror1, 'sheet.hand-in', filled),
      tap(juror1, 'sheet.hand-in', filled),
    ]);
    expect(other).toEqual(one);
    expect(await acts()).toEqual(['submit', 'hand-in-sheet']);
  });

  test('who saves and hands in from the same card is not told of another device', async () => {
    await tap(juror1, 'sheet.save', filled);
    expect(kindOf(await tap(juror1, 'sheet.hand-in', filled))).toBe('own-result');
  });

  test('on two devices sees both, and nothing of either is lost', async () => {
    await tap(juror1, 'sheet.save', { ...at, basedOn: 0, 'score.success': '2', 'remark.overall': 'daar' });
    const reply = await tap(juror1, 'sheet.hand-in', { ...filled, 'remark.overall': 'hier' });
    expect(seen(reply)).toContain('op een ander apparaat gewijzigd');
    expect(seen(reply)).toContain('Hier koos u: 4. Op het andere apparaat koos u anders.');
    expect(fieldsOf(reply)).toMatchObject({
      'score.success': '2',
      'score.value': '5',
      'remark.success': 'Goed',
      'remark.overall': 'daar\n\nhier',
    });
    expect((await sheets()).map(({ value }) => value.revision)).toEqual([1]);
    const now = { ...at, ...fieldsOf(reply), basedOn: basedOn(reply) };
    expect(kindOf(await tap(juror1, 'sheet.hand-in', now))).toBe('own-result');
  });

  test('whose remarks do not fit together keeps the card with what was typed', async () => {
    const long = (letter: string) => letter.repeat(remarkLength.most - 1);
    await tap(juror1, 'sheet.save', { ...at, basedOn: 0, 'remark.value': long('a') });
    const reply = await tap(juror1, 'sheet.save', { ...filled, 'remark.value': long('b') });
    expect(reply).toMatchObject({ kind: 'error', code: 'remark-too-long' });
    expect(seen(reply)).toContain('samen 2.000 tekens te lang');
    expect(await acts()).toEqual(['submit', 'save-sheet']);
  });

  test.each([
    ['remark.success', 'Uw opmerking bij Succesvol is één teken te lang. Er passen 2.000 tekens.'],
    ['remark.overall', 'Uw opmerking over de hele inzending is één teken te lang. Er passen 2.000 tekens.'],
  ])('hears how much too long %s is', async (field, sentence) => {
    const data = { ...filled, [field]: 'x'.repeat(remarkLength.most + 1) };
    expect(seen(await tap(juror1, 'sheet.hand-in', data))).toContain(sentence);
    expect(await sheets()).toEqual([]);
  });

  test('is spoken to in their own language', async () => {
    expect(seen(await tap(juror1, 'sheet.open', at, { language: 'en' }))).toContain(
      'Only you see this sheet.',
    );
    expect(
      seen(await tap(juror5, 'sheet.open', { ...at, submission: 'grip' }, { language: 'en' })),
    ).toContain('You cannot score this submission');
  });

  test('among more than Teams keeps a card for is told where it stays as they left it', async () => {
    const crowd = async (count: number) => {
      const partition = editionPartition(world.edition.id);
      for (let number = 1; number <= count; number += 1) {
        const role = {
          tenantId,
          objectId: `scoorder-${number}`,
          name: `Scoorder ${number}`,
          roles: ['scorer' as const],
        };
        const id = rolePrefix + personId(role);
        const before = await editionRoles.read(world.store, partition, id);
        if (before === undefined) await world.store.commit(partition, [editionRoles.create(id, role)]);
      }
      await world.catchUp();
    };
    // With the five of the example's jury they are sixty, and then one more.
    await crowd(55);
    expect(seen(await tap(juror1, 'sheet.open'))).not.toContain('wat moet ik nog?');
    await crowd(56);
    expect(seen(await tap(juror1, 'sheet.open'))).toContain('wat moet ik nog?');
  });

  test('can read but not change their result after the round has closed', async () => {
    await tap(juror1, 'sheet.hand-in', filled);
    await tap(juror2, 'sheet.save', filled);
    world.setNow('2027-06-01T00:00:00.000Z');
    const result = await tap(juror1, 'sheet.open');
    expect([kindOf(result), seen(result).includes('Wijzigen kan niet meer.')]).toEqual(['own-result', true]);
    expect(ofType(result, 'Action.Execute').map(({ verb }) => verb)).toEqual(['sheet.refresh']);
    expect(kindOf(await tap(juror1, 'sheet.edit'))).toBe('round-closed');
    expect(kindOf(await tap(juror1, 'sheet.save', { ...filled, basedOn: 1 }))).toBe('round-closed');
    expect(kindOf(await tap(juror2, 'sheet.open'))).toBe('round-closed');
    expect(await tap(juror2, 'sheet.refresh', at, { automatic: true })).toEqual({
      kind: 'card',
      card: await postToEverybody(),
    });
  });
});

describe('a judge who abstains', () => {
  const why = { ...at, basedOn: 0, abstention: 0, 'abstain.reason': ' Ik adviseerde de indiener. ' };

  test('says why, is counted out, and finds that everywhere, with the way back', async () => {
    const reply = await tap(juror1, 'sheet.abstain', why);
    expect(kindOf(reply)).toBe('own-abstention');
    expect(seen(reply)).toContain('Uw reden: Ik adviseerde de indiener.');
    expect(seen(reply)).toContain('0 van 4 beoordeeld');
    for (const verb of ['sheet.open', 'sheet.refresh', 'sheet.close', 'sheet.edit', 'sheet.abstain']) {
      expect(kindOf(await tap(juror1, verb, why, { automatic: verb === 'sheet.refresh' }))).toBe(
        'own-abstention',
      );
    }
    expect(await tap(juror1, 'sheet.hand-in', filled)).toMatchObject({ kind: 'error', code: 'abstained' });
    const undone = await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 1 });
    expect(kindOf(undone)).toBe('sheet');
    expect(await acts()).toEqual(['submit', 'abstain', 'undo-abstention']);
  });

  test('without a reason hears that at the field, with all that was filled in still there', async () => {
    const reply = await tap(juror1, 'sheet.abstain', { ...filled, ...why, 'abstain.reason': ' ' });
    expect(kindOf(reply)).toBe('sheet');
    expect(seen(reply)).toContain('Schrijf in een paar woorden waarom u zich onthoudt.');
    expect(fieldsOf(reply)).toMatchObject({ ...scores, 'remark.success': 'Goed' });
    const long = await tap(juror1, 'sheet.abstain', { ...why, 'abstain.reason': 'x'.repeat(501) });
    expect(seen(long)).toContain('Uw reden is één teken te lang. Er passen 500 tekens.');
    expect(fieldsOf(long)['abstain.reason']).toHaveLength(501);
    expect(await acts()).toEqual(['submit']);
  });

  test('keeps what was filled in, and what was handed in stops counting until it is undone', async () => {
    const reply = await tap(juror1, 'sheet.abstain', { ...filled, ...why });
    expect(seen(reply)).toContain('Wat u had ingevuld, is bewaard.');
    const sheet = await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 1 });
    expect(fieldsOf(sheet)).toMatchObject({ ...scores, 'remark.success': 'Goed' });
    await tap(juror1, 'sheet.hand-in', { ...filled, basedOn: 1 });
    const again = await tap(juror1, 'sheet.abstain', { ...filled, ...why, basedOn: 2, abstention: 2 });
    expect(seen(again)).toContain('Uw beoordeling is bewaard, maar telt nu niet mee.');
    expect(seen(again)).toContain('0 van 4 beoordeeld');
    const back = await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 3 });
    expect([kindOf(back), seen(back).includes('1 van 5 beoordeeld')]).toEqual(['own-result', true]);
  });

  test('whose tap comes again after it was undone does not abstain again', async () => {
    await tap(juror1, 'sheet.abstain', why);
    await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 1 });
    expect(kindOf(await tap(juror1, 'sheet.abstain', why))).not.toBe('own-abstention');
    expect(kindOf(await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 1 }))).toBe('sheet');
    expect(await acts()).toEqual(['submit', 'abstain', 'undo-abstention']);
  });

  test('can not undo it when the round has closed, and still sees it', async () => {
    await tap(juror1, 'sheet.hand-in', filled);
    await tap(juror1, 'sheet.abstain', { ...filled, ...why, basedOn: 1 });
    world.setNow('2027-06-01T00:00:00.000Z');
    const seenLater = await tap(juror1, 'sheet.refresh', at, { automatic: true });
    expect([kindOf(seenLater), seen(seenLater).includes('Terugdraaien kan niet meer.')]).toEqual([
      'own-abstention',
      true,
    ]);
    expect(kindOf(await tap(juror1, 'sheet.abstain-undo', { ...at, abstention: 1 }))).toBe('round-closed');
  });
});

describe('the post that somebody gets back', () => {
  test('is the same as everybody sees, whoever closes their sheet', async () => {
    await tap(juror2, 'sheet.hand-in', filled);
    await tap(juror1, 'sheet.save', { ...at, basedOn: 0, 'score.success': '1', 'remark.overall': 'geheim' });
    const closed = await tap(juror1, 'sheet.close', at, { language: 'en' });
    expect(closed).toEqual({ kind: 'card', card: await postToEverybody() });
    expect(kindOf(await tap(juror2, 'sheet.close'))).toBe('own-result');
  });

  test.each<[string, Person, string]>([
    ['a judge who has not begun', juror1, 'luisterpaal'],
    ['a judge of the same municipality', juror5, 'grip'],
    ['the chair', chair, 'luisterpaal'],
    ['the organiser', organiser, 'luisterpaal'],
  ])('comes for %s when Teams asks by itself', async (_name, person, submission) => {
    const reply = await tap(person, 'sheet.refresh', { ...at, submission }, { automatic: true });
    expect(kindOf(reply)).toBe('post');
  });

  test.each<[string, Person, Record<string, unknown>]>([
    ['somebody outside the jury', sanne, at],
    ['a submission that is not there', juror1, { ...at, submission: 'weg' }],
    ['a round that the edition has not', juror1, { ...at, round: 'pitch' }],
    ['data that is not ours', juror1, { submission: 3 }],
  ])('does not come for %s, and that is no error', async (_name, person, data) => {
    const reply = await tap(person, 'sheet.refresh', data, { automatic: true });
    expect(reply.kind).toBe('message');
    expect(JSON.stringify(reply)).not.toContain('luisterpaal');
  });
});

describe('a tap that may not be', () => {
  const verbs = [
    'sheet.open',
    'sheet.edit',
    'sheet.save',
    'sheet.hand-in',
    'sheet.abstain',
    'sheet.abstain-undo',
  ];
  const persons: [string, Person, Record<string, unknown>, string][] = [
    ['a civil servant', sanne, filled, 'not-a-judge'],
    ['the chair', chair, filled, 'not-a-judge'],
    ['the organiser', organiser, filled, 'not-a-judge'],
    ['a judge of the same municipality', juror5, { ...filled, submission: 'grip' }, 'conflict'],
    ['a judge, for a submission that is not there', juror1, { ...filled, submission: 'weg' }, 'not-found'],
    ['a judge, in a round that is not there', juror1, { ...filled, round: 'pitch' }, 'not-found'],
  ];
  const cases = persons.flatMap(([who, ...rest]) =>
    verbs.map((verb): [string, string, Person, Record<string, unknown>, string] => [verb, who, ...rest]),
  );

  test.each(cases)('%s by %s is a sentence and stores nothing', async (verb, _who, person, data, code) => {
    const reply = await tap(person, verb, { abstention: 0, 'abstain.reason': 'Daarom', ...data });
    expect(reply).toMatchObject({ kind: 'error', code, text: expect.stringMatching(/\.$/) });
    expect(await sheets()).toEqual([]);
  });

  test('closing by somebody outside the jury gives nothing away', async () => {
    expect(kindOf(await tap(sanne, 'sheet.close'))).toBe('not-found');
  });

  test.each<[string, Record<string, unknown>]>([
    ['a score above the scale', { 'score.success': '6' }],
    ['a score below the scale', { 'score.success': '0' }],
    ['half a score', { 'score.success': '3.5' }],
    ['a score in words', { 'score.success': 'goed' }],
    ['a score that is a number', { 'score.success': 4 }],
    ['a score that is a list', { 'score.success': ['4'] }],
    ['a remark that is an object', { 'remark.success': { text: 'x' } }],
    ['a criterion of another round', { 'score.pitch': '4' }],
    ['a remark on what is no criterion', { 'remark.pitch': 'x' }],
    ['a revision in words', { basedOn: 'nul' }],
    ['a revision below nothing', { basedOn: -1 }],
    ['no revision', { basedOn: undefined }],
    ['a submission that is a list', { submission: ['luisterpaal'] }],
    ['a submission without end', { submission: 'x'.repeat(5_000) }],
    ['a round that does not exist', { round: 'finale' }],
    ['a prototype', { 'score.__proto__': '4' }],
  ])('with %s is a neutral sentence and stores nothing', async (_name, change) => {
    for (const verb of ['sheet.save', 'sheet.hand-in']) {
      const reply = await tap(juror1, verb, { ...filled, ...change });
      expect(reply).toMatchObject({ kind: 'error', code: 'malformed' });
    }
    expect(await acts()).toEqual(['submit']);
  });

  test.each(['sheet.', 'sheet.delete', 'toString', '__proto__', ''])(
    'with verb %j is malformed',
    async (verb) => {
      expect(kindOf(await tap(juror1, verb))).toBe('malformed');
      expect(isJuryVerb(verb)).toBe(false);
    },
  );

  test('keeps what no field can hold out of a remark', async () => {
    await tap(juror1, 'sheet.save', { ...filled, 'remark.success': ' \u0000a\uD83Db\r\nc\u0007 ' });
    expect((await sheets()).map(({ value }) => value.remarks.success)).toEqual(['a\uFFFDb\nc']);
  });
});

test('nothing of one judge reaches another before theirs is in', async () => {
  const canary = 'kanarie-7391';
  await tap(juror2, 'sheet.hand-in', { ...filled, 'remark.success': canary, 'remark.overall': canary });
  for (const person of [juror1, juror5, chair, organiser, sanne]) {
    for (const verb of ['sheet.open', 'sheet.refresh', 'sheet.close', 'sheet.edit']) {
      const reply = JSON.stringify(await tap(person, verb));
      expect(reply).not.toContain(canary);
      expect(reply).not.toContain('Jurylid');
      expect(reply).not.toContain(juror2.id);
    }
  }
});

/** An edit puts everybody back to the card as posted; then Teams asks for each judge's own view again. */
describe('a card that was edited because of somebody else', () => {
  const refreshed = async (judge = juror1) =>
    kindOf(await tap(judge, 'sheet.refresh', at, { automatic: true }));

  test('is still the open sheet to who had it open, and only until they close it', async () => {
    await tap(juror1, 'sheet.open');
    expect(await refreshed()).toBe('sheet');
    expect(await refreshed(juror2)).toBe('post');
    await tap(juror1, 'sheet.close');
    expect(await refreshed()).toBe('post');
  });

  test('is still the sheet they are changing, and their result once that is handed in', async () => {
    await tap(juror1, 'sheet.hand-in', filled);
    await tap(juror1, 'sheet.edit');
    expect(await refreshed()).toBe('sheet');
    await tap(juror1, 'sheet.hand-in', { ...filled, 'score.value': '2', basedOn: 1 });
    expect(await refreshed()).toBe('own-result');
  });
});
