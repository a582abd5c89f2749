import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createJuryTaps } from '../../bot/cards/jury-taps.ts';
import type { Tapped, TapReply } from '../../bot/conversation/inbound-event.ts';
import { judgeList, judging } from '../../bot/http/contract/judging.ts';
import type { AbstentionBody, Judging, SheetBody } from '../../bot/http/contract/judging.ts';
import {
  auditEntries,
  auditPrefix,
  scoreSheets,
  sheetPrefix,
  submissionPartition,
} from '../../bot/store/documents/submission-documents.ts';
import type { Tab } from '../bot/access/app-in-process.ts';
import { openTab } from '../bot/access/app-in-process.ts';
import { now } from '../bot/domain/examples.ts';
import type { JudgeWorld } from '../bot/use-cases/judging/judge-at-work.ts';
import { keyOf, openJudgeWorld } from '../bot/use-cases/judging/judge-at-work.ts';
import type { Person } from '../teams/people.ts';
import { people, tenantId } from '../teams/people.ts';
import { tabLink } from './jury-samples.ts';

/** The card and the tab are two doors to one sheet. */

let world: JudgeWorld;
let tab: Tab;
beforeEach(async () => {
  world = await openJudgeWorld();
  tab = await openTab(world);
});
afterEach(async () => {
  await tab.close();
  await world.close();
});

const { juror1, juror2, juror5, organiser } = people;
const id = 'luisterpaal';
const roundId = 'preselection';
const scores = { success: 4, value: 5, reuse: 3, inclusion: 'not-assessable' } as const;
const content: SheetBody['content'] = { scores: { ...scores }, remarks: {}, overallRemark: '' };

function tap(person: Person, verb: string, data: Record<string, unknown> = {}): Promise<TapReply> {
  const { id: objectId, name, teamsId: teamsUserId } = person;
  const event: Tapped = {
    ...{ kind: 'tapped', key: `${verb} ${objectId}`, at: world.now(), verb, where: 'channel' },
    person: { tenantId, objectId, name, teamsUserId, language: 'nl' },
    data: { submission: id, round: roundId, ...data },
    automatic: false,
  };
  return createJuryTaps({ world, deepLink: tabLink })(event);
}

async function ask(person: Person, of = id): Promise<Judging | string> {
  return answer(await tab.ask(keyOf(person), `/api/tab/submissions/${of}/sheet`));
}

async function send(person: Person, body: Partial<SheetBody>): Promise<Judging | string> {
  const whole = { roundId, content, wish: 'save', basedOn: 0, ...body };
  return answer(await tab.act(keyOf(person), `/api/tab/submissions/${id}/sheet`, whole));
}

async function abstain(person: Person, body: Partial<AbstentionBody>): Promise<Judging | string> {
  const whole = { roundId, basedOn: 0, ...body };
  return answer(await tab.act(keyOf(person), `/api/tab/submissions/${id}/abstention`, whole));
}

function answer({ status, body }: { status: number; body: string }): Judging | string {
  return status === 200 ? judging.parse(JSON.parse(body)) : `${status} ${body}`;
}

async function kept() {
  const partition = submissionPartition(id);
  const sheets = await scoreSheets.list(world.store, partition, { prefix: sheetPrefix(roundId) });
  const log = await auditEntries.list(world.store, partition, { prefix: auditPrefix });
  return { sheets: sheets.map(({ value }) => value), acts: log.map(({ value }) => value.act).slice(1) };
}

const filled = {
  ...{ 'score.success': '4', 'score.value': '5', 'score.reuse': '3', 'score.inclusion': 'not-assessable' },
  'remark.success': ' Goed ',
};

describe('card and tab', () => {
  test('write the same sheet, to the byte', async () => {
    await tap(juror1, 'sheet.hand-in', { basedOn: 0, ...filled });
    const remarks = { success: ' Goed ', value: '' };
    await send(juror2, { wish: 'hand-in', content: { ...content, remarks } });
    const [one, other] = (await kept()).sheets;
    expect(other).toEqual({ ...one, judge: other?.judge });
    expect((await kept()).acts).toEqual(['hand-in-sheet', 'hand-in-sheet']);
  });

  test('go on where the other left, and see what it wrote', async () => {
    await send(juror1, { content: { ...content, scores: { success: 2 } } });
    expect(JSON.stringify(await tap(juror1, 'sheet.open'))).toContain('"basedOn":1');
    await tap(juror1, 'sheet.save', { basedOn: 1, 'score.success': '3', 'remark.overall': 'op de kaart' });
    expect(await ask(juror1)).toMatchObject({
      sheet: { status: 'draft', revision: 2, scores: { success: 3 }, overallRemark: 'op de kaart' },
    });
    expect(await send(juror1, { wish: 'hand-in', basedOn: 1 })).toMatchObject({
      event: 'changed-elsewhere',
      sheet: { status: 'draft', revision: 2, overallRemark: 'op de kaart' },
    });
    expect(await send(juror1, { wish: 'hand-in', basedOn: 2 })).toMatchObject({
      event: 'handed-in',
      sheet: { status: 'handed-in', revision: 3, mean: 4 },
      jury: { handedIn: 1 },
    });
    expect(JSON.stringify(await tap(juror1, 'sheet.open'))).toContain('Uw gemiddelde');
  });

  test('the same twice has one effect', async () => {
    const first = await send(juror1, { wish: 'hand-in' });
    expect(await send(juror1, { wish: 'hand-in' })).toEqual(first);
    expect((await kept()).acts).toEqual(['hand-in-sheet']);
  });

  test('what is missing is said, and kept as a draft', async () => {
    const part = { ...content, scores: { success: 2 } };
    expect(await send(juror1, { wish: 'hand-in', content: part })).toMatchObject({
      missing: ['value', 'reuse', 'inclusion'],
      sheet: { status: 'draft' },
    });
  });

  test('what one abstains from on the one, one judges after all on the other', async () => {
    await send(juror1, { wish: 'hand-in' });
    const reason = 'Ik ken de indiener';
    await tap(juror1, 'sheet.abstain-confirm', { abstention: 0, 'abstain.reason': reason });
    const abstained = await ask(juror1);
    expect(abstained).toMatchObject({ abstention: { status: 'abstained', reason, revision: 1 } });
    expect(abstained).not.toHaveProperty('sheet');
    expect(abstained).not.toHaveProperty('jury');
    expect(await send(juror1, { basedOn: 1 })).toBe('403 {"code":"abstained"}');
    expect(await abstain(juror1, { basedOn: 1 })).toMatchObject({
      abstention: { status: 'undone' },
      sheet: { status: 'handed-in' },
    });
    expect((await kept()).acts).toEqual(['hand-in-sheet', 'abstain', 'undo-abstention']);
    await abstain(juror1, { basedOn: 2, reason });
    expect(JSON.stringify(await tap(juror1, 'sheet.open'))).toContain('U onthoudt zich sinds');
  });
});

describe('the door of the tab', () => {
  test.each<[string, Partial<SheetBody> | Record<string, unknown>]>([
    ['a criterion that the round does not have', { content: { ...content, scores: { fun: 3 } } }],
    ['a remark with such a criterion', { content: { ...content, remarks: { fun: 'x' } } }],
    ['a remark that is too long', { content: { ...content, overallRemark: 'x'.repeat(2_001) } }],
    ['half a score', { content: { ...content, scores: { success: 3.5 } } }],
    ['another wish', { wish: 'undo' }],
  ])('takes no %s', async (_name, body) => {
    expect(await send(juror1, body)).toBe('400 {"code":"malformed"}');
    expect((await kept()).sheets).toEqual([]);
  });

  test('keeps nothing that is off the scale', async () => {
    const off = { ...content, scores: { ...scores, success: 9 } };
    expect(await send(juror1, { wish: 'hand-in', content: off })).toMatchObject({ missing: ['success'] });
    expect((await kept()).sheets).toEqual([]);
  });

  test('tells who may not judge why', async () => {
    expect(await ask(organiser)).toBe('403 {"code":"not-a-judge"}');
    expect(await ask(juror5)).toBe('403 {"code":"conflict"}');
    expect(await ask(juror1, 'weg')).toBe('404 {"code":"not-found"}');
    world.setNow('2030-01-01T00:00:00.000Z');
    expect(await send(juror1, {})).toBe('403 {"code":"round-closed"}');
  });

  test('tells no count of others before one’s own sheet is in', async () => {
    await send(juror2, { wish: 'hand-in' });
    await send(juror1, { content: { ...content, scores: { success: 1 } } });
    expect(await ask(juror1)).not.toHaveProperty('jury');
    await send(juror1, { wish: 'hand-in', basedOn: 1 });
    expect(await ask(juror1)).toMatchObject({ jury: { handedIn: 2 } });
  });

  test('gives the list in one’s own order, with what is kept away', async () => {
    await send(juror1, { wish: 'hand-in' });
    await world.catchUp();
    const listOf = async (person: Person) =>
      judgeList.parse(JSON.parse((await tab.ask(keyOf(person), '/api/tab/judging')).body));
    const mine = await listOf(juror1);
    expect(mine.tasks.map(({ state }) => state).sort()).toEqual(['handed-in', 'none', 'none']);
    expect(mine.conflicts).toEqual([]);
    const kept = await listOf(juror5);
    expect([kept.tasks.length, kept.conflicts.length]).toEqual([0, 3]);
    expect(now < mine.closesAt).toBe(true);
  });
});
