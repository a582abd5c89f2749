import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EditionRole, Role } from '../../../../bot/domain/edition/edition-role.ts';
import { personId } from '../../../../bot/domain/person.ts';
import { cut, cutDone, cutHistory, cutPreview, cuts } from '../../../../bot/http/contract/cut.ts';
import { feedbackList, feedbackRun } from '../../../../bot/http/contract/feedback.ts';
import {
  editionPartition,
  editionRoles,
  rolePrefix,
} from '../../../../bot/store/documents/edition-documents.ts';
import type { RankedCategory } from '../../../../bot/use-cases/read-model.ts';
import { cutNews, tabNews } from '../../../../bot/use-cases/overview/tab-news.ts';
import { verifyLog } from '../../../../bot/use-cases/log/verify-log.ts';
import type { people } from '../../../teams/people.ts';
import type { Tab } from '../../access/app-in-process.ts';
import { openTab } from '../../access/app-in-process.ts';
import { freeze, key, openScored, scoreIt } from './cut-world.ts';
import type { OpenWorld } from '../world.ts';

/** The tab's calls about who goes on and about feedback, over HTTP. */

type Name = keyof typeof people;

let world: OpenWorld;
let tab: Tab;
beforeEach(async () => {
  world = await openScored();
  tab = await openTab(world);
});
afterEach(async () => {
  await tab.close();
  await world.close();
});

const place = { roundId: 'preselection', categoryId: 'direct' };
const query = 'round=preselection&category=direct';
let commands = 0;

async function ask(name: Name, path: string): Promise<unknown> {
  const { status, body } = await tab.ask(key(name), `/api/tab${path}`);
  return status === 200 ? JSON.parse(body) : status;
}
async function act(name: Name, path: string, body: object): Promise<unknown> {
  const answer = await tab.act(key(name), `/api/tab${path}`, {
    ...{ key: `bevel-${String((commands += 1))}`, ...body },
  });
  const parsed: unknown = JSON.parse(answer.body);
  return parsed;
}
const view = async (name: Name = 'organiser') => cut.parse(await ask(name, `/cut?${query}`));
async function change(wanted: object, name: Name = 'organiser') {
  const { revision } = await view(name);
  return act(name, '/cut/change', { ...place, basedOn: revision, change: wanted });
}
const wildcard = (submissionId: string) => ({
  ...{ kind: 'decide', wish: { kind: 'wildcard', submissionId }, reason: 'Dit hoort erbij' },
});

async function become(name: Name, changes: Partial<EditionRole>): Promise<void> {
  const partition = editionPartition(world.edition.id);
  const stored = await editionRoles.read(world.store, partition, rolePrefix + personId(key(name)));
  if (stored === undefined) throw new Error(`${name} has no place`);
  await world.store.commit(partition, [
    editionRoles.replace(stored.id, { ...stored.value, ...changes }, stored.etag),
  ]);
}

describe('a cut', () => {
  test('is told with who decided what, and with what another line would make of it', async () => {
    await change(wildcard('jet'));
    const { decisions, lines, may, tie } = await view('chair');
    expect(decisions).toMatchObject([{ kind: 'wildcard', reason: 'Dit hoort erbij' }]);
    expect(decisions[0]?.by).toEqual(expect.any(String));
    expect(lines.find(({ submission }) => submission.id === 'jet')).toMatchObject({
      side: 'within',
      byScores: 'outside',
    });
    expect(tie).toEqual({ tied: 2, places: 1 });
    expect(may).toEqual({ prepare: true, propose: true, fix: false, overrule: true });
    const other = cutPreview.parse(await ask('chair', `/cut/preview?${query}&size=1`));
    expect(other.within).toEqual(['aap', 'jet']);
    expect(await ask('chair', `/cut/preview?${query}&size=nul`)).toBe(400);
    expect((await view()).rule).toEqual({ size: 3 });
  });

  test('lets any decision be taken back, not only the last, and keeps the log of both', async () => {
    await change(wildcard('jet'));
    await change(wildcard('zus'));
    const undone = cutDone.parse(await change({ kind: 'undo', which: 0 }));
    expect(undone.cut.decisions).toMatchObject([{ submissionId: 'zus' }]);
    const { lines } = cutHistory.parse(await ask('chair', `/cut/history?${query}`));
    expect(
      lines.map(({ act: what, decision }) => [what, decision?.kind === 'wildcard' && decision.submissionId]),
    ).toEqual([
      ['wildcard', 'jet'],
      ['wildcard', 'zus'],
      ['undo-wildcard', 'jet'],
    ]);
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });

  test('keeps a decision about somebody’s own municipality from them, also to take it back', async () => {
    await change(wildcard('jet'));
    await become('chair', { organisation: 'GM0344' });
    expect((await view('chair')).lines.every(({ isOwn }) => isOwn)).toBe(true);
    expect(await change({ kind: 'undo', which: 0 }, 'chair')).toEqual({ code: 'conflict' });
    expect((await view()).decisions).toHaveLength(1);
  });

  test('says that somebody was first, and shows what they did', async () => {
    const before = await view();
    await change(wildcard('jet'), 'chair');
    const late = { ...place, basedOn: before.revision, change: wildcard('zus') };
    const { kind, cut: now } = cutDone.parse(await act('organiser', '/cut/change', late));
    expect([kind, now.decisions.map(({ reason }) => reason)]).toEqual(['changed', ['Dit hoort erbij']]);
  });

  test('is there for an organiser who judges once the sheets are frozen, and their tab says so', async () => {
    await become('organiser', { roles: ['organiser', 'juror'] satisfies Role[] });
    expect(await ask('organiser', '/cuts')).toBe(404);
    expect(await ask('organiser', '/me')).toMatchObject({ may: { shortlist: false, leaderboard: false } });
    await freeze(world);
    expect(await ask('organiser', '/me')).toMatchObject({ may: { shortlist: true, leaderboard: false } });
    const { rounds } = cuts.parse(await ask('organiser', '/cuts'));
    expect(rounds).toMatchObject([
      { isFrozen: true, may: { feedback: true, export: true, exportNames: false } },
    ]);
  });
});

describe('feedback for all', () => {
  const run = async (wish: string, from = 0) =>
    feedbackRun.parse(await act('organiser', '/feedback/all', { roundId: 'preselection', wish, from }));
  const states = async () =>
    feedbackList
      .parse(await ask('organiser', '/feedback?round=preselection'))
      .lines.map(({ submission, status }) => `${submission.id} ${status}`);

  test('is drafted once, approved but for what seems to name somebody, and sent once', async () => {
    await scoreIt(world, 'aap', 0, 5, { basedOn: 1, remark: 'Zoals mevrouw Jansen zei' });
    await freeze(world);
    expect((await run('draft')).done).toBe(6);
    expect((await run('draft')).done).toBe(0);
    expect((await run('approve')).done).toBe(5);
    expect((await run('send')).done).toBe(5);
    expect((await run('send')).done).toBe(0);
    expect((await states()).filter((state) => !state.endsWith('sent'))).toEqual(['aap draft']);
    expect((await verifyLog(world.store)).faults).toEqual([]);
  });

  test('goes on from where it came, past the end too', async () => {
    await freeze(world);
    expect(await run('draft', 4)).toEqual({ done: 2, passedOver: 0, upTo: 6, of: 6 });
    expect(await run('draft', 60)).toEqual({ done: 0, passedOver: 0, upTo: 6, of: 6 });
    expect((await states()).filter((state) => state.endsWith('draft'))).toHaveLength(2);
  });
});

describe('news', () => {
  const roles: Record<string, EditionRole | undefined> = Object.fromEntries(
    (['chair', 'organiser', 'juror'] as const).map((role) => [role, roleOf([role])]),
  );
  const of: RankedCategory = { editionId: 'gd27', categoryId: 'direct', roundId: 'preselection' };

  test.each([
    ['a chair', roles.chair, false, true],
    ['an organiser', roles.organiser, false, true],
    ['a judge', roles.juror, true, false],
    ['a civil servant', undefined, true, false],
    ['an organiser who judges, before the freeze', roleOf(['organiser', 'juror']), false, false],
    ['an organiser who judges, after it', roleOf(['organiser', 'juror']), true, true],
  ])('of a cut, to %s', async (_who, role, isFrozen, hears) => {
    const news = await cutNews(role, of, async () => isFrozen);
    expect(news).toEqual(hears ? [{ kind: 'cut', roundId: 'preselection', categoryId: 'direct' }] : []);
  });

  test.each([
    ['an organiser, of a draft', 't:o', roles.organiser, false, ['feedback']],
    ['a chair', 't:c', roles.chair, true, []],
    ['a judge', 't:j', roles.juror, true, []],
    ['its submitter, of a draft', 't:s', undefined, false, []],
    ['its submitter, once sent', 't:s', undefined, true, ['own-submissions']],
    ['another submitter', 't:x', undefined, true, []],
  ])('of feedback, to %s', (_who, person, role, sent, kinds) => {
    const change = { ...of, submissionId: 'aap', submitter: 't:s', about: 'feedback' as const, sent };
    expect(tabNews(world.readModel, person, role, change).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('comes when a cut, a freeze or feedback is written', async () => {
    const heard: string[] = [];
    world.readModel.onCut(({ roundId, categoryId }) => heard.push(`${roundId} ${categoryId}`));
    world.readModel.onChange(({ about, submissionId }) => {
      if (about === 'feedback') heard.push(`${about} ${submissionId}`);
    });
    await change(wildcard('jet'));
    await world.catchUp();
    expect(heard).toEqual(['preselection direct']);
    await freeze(world);
    expect(heard).toContain('preselection indirect');
    await act('organiser', '/feedback/aap', { roundId: 'preselection', deed: 'draft', basedOn: 0 });
    await world.catchUp();
    expect(heard.at(-1)).toBe('feedback aap');
  });
});

function roleOf(all: Role[]): EditionRole {
  return { tenantId: 't', objectId: 'iemand', name: 'Iemand', roles: all };
}
