import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { discussion } from '../../../../bot/http/contract/discussion.ts';
import { shapeDiscussion } from '../../../../bot/http/tab/shape-discussion.ts';
import { personId } from '../../../../bot/domain/person.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
} from '../../../../bot/store/documents/message-documents.ts';
import { submissionPartition } from '../../../../bot/store/documents/submission-documents.ts';
import { abstain } from '../../../../bot/use-cases/judging/abstain.ts';
import { keepTalk } from '../../../../bot/use-cases/submitting/keep-talk.ts';
import type { ReadModelChange } from '../../../../bot/use-cases/read-model.ts';
import { writeSheet } from '../../../../bot/use-cases/judging/score-submission.ts';
import { submitInitiative } from '../../../../bot/use-cases/submitting/submit-initiative.ts';
import { tabNews } from '../../../../bot/use-cases/overview/tab-news.ts';
import { viewDiscussion } from '../../../../bot/use-cases/judging/view-discussion.ts';
import { people, tenantId } from '../../../teams/people.ts';
import { linkOf } from '../../../teams/page/src/tab/deep-link.ts';
import { fields, full, now } from '../../domain/examples.ts';
import { talkAt } from '../../domain/talk-histories.ts';
import type { OpenWorld } from '../world.ts';
import { openWorld } from '../world.ts';

type Name = keyof typeof people;

const submissionId = 'groen';
const partition = submissionPartition(submissionId);
const conversationId = '19:jury@thread.tacv2;messageid=7';
const key = (name: Name) => ({ tenantId, objectId: people[name].id });

let world: OpenWorld;
beforeEach(async () => {
  world = await openWorld();
  await submitInitiative(world.store, {
    submissionId,
    editionId: world.edition.id,
    submitter: personId(key('mehmet')),
    // Juror 5 works for that municipality.
    fields: { ...fields, participant: { kind: 'municipality', code: 'GM0193' } },
    receivedAt: now,
  });
  const at = { serviceUrl: 'http://127.0.0.1:9/', tenantId: 't', conversationId, activityId: '7' };
  await world.store.commit(partition, [
    deliveries.create(deliveryPrefix + juryPostName('preselection'), { state: 'posted', at, shown: 1 }),
  ]);
});
afterEach(() => world.close());

const say = (text: string, changes = {}) =>
  keepTalk(
    world.store,
    { submissionId, conversationId },
    { ...talkAt('new', 1, text), author: personId(key('juror1')), ...changes },
  );
const handIn = (name: Name, basedOn = 0) =>
  writeSheet(world, key(name), {
    ...{ submissionId, roundId: 'preselection', content: full, wish: 'hand-in', basedOn },
  });
const seenBy = async (name: Name) =>
  discussion.parse(shapeDiscussion(await viewDiscussion(world, key(name), submissionId), 'nl'));
const names = Object.keys(people).filter((name): name is Name => name in people);
const readers = async (): Promise<Name[]> => {
  const may = await Promise.all(
    names.map(async (name) => ((await seenBy(name).catch(() => undefined)) === undefined ? [] : [name])),
  );
  return may.flat();
};

describe('who reads along', () => {
  test('is the chair and the organiser, and a judge whose own sheet is in', async () => {
    await say('kanarie');
    expect(await readers()).toEqual(['chair', 'organiser']);
    await writeSheet(world, key('juror1'), {
      ...{ submissionId, roundId: 'preselection', content: full, wish: 'save', basedOn: 0 },
    });
    expect(await readers()).toEqual(['chair', 'organiser']);
    await handIn('juror1', 1);
    await handIn('juror2');
    expect(await readers()).toEqual(['juror1', 'juror2', 'chair', 'organiser']);
    await abstain(world, key('juror2'), {
      ...{ submissionId, roundId: 'preselection', basedOn: 0, reason: 'Ken de indiener' },
    });
    expect(await readers()).toEqual(['juror1', 'chair', 'organiser']);
  });

  test('hears nothing about what is not there, as about what is not for them', async () => {
    await expect(viewDiscussion(world, key('chair'), 'weg')).rejects.toThrow('not-found');
    await expect(viewDiscussion(world, key('mehmet'), submissionId)).rejects.toThrow('not-found');
  });

  test('is told live that there is talk, and nobody else is', async () => {
    await handIn('juror1');
    await world.catchUp();
    const changes: ReadModelChange[] = [];
    world.readModel.onChange((change) => changes.push(change));
    await say('kanarie');
    await keepTalk(world.store, { submissionId, conversationId }, talkAt('deleted', 2));
    await world.catchUp();
    await world.catchUp();
    expect(changes).toMatchObject([{ about: 'discussion', submissionId, roundId: 'preselection' }]);
    const told = names.filter((name) => {
      const who = personId(key(name));
      const role = world.readModel.roleOf(world.edition.id, who);
      return changes.flatMap((change) => tabNews(world.readModel, who, role, change)).length > 0;
    });
    expect(told).toEqual(['juror1', 'chair', 'organiser']);
    expect(JSON.stringify(changes)).not.toContain('kanarie');
  });
});

test('what is said is shown in order, with what became of it', async () => {
  const other = { author: personId(key('juror2')), authorName: 'Jurylid 2' };
  await say('tweede', { ...talkAt('new', 2, 'tweede'), ...other, messageId: 'm-2' });
  await say('eerste');
  await say('', { ...talkAt('edited', 5, 'eerste, beter'), authorName: 'Jurylid 1' });
  await say('', { ...talkAt('new', 3), ...other, messageId: 'm-3', hasAttachment: true });
  await say('weg', { ...talkAt('new', 4, 'weg'), ...other, messageId: 'm-4' });
  await say('', { ...talkAt('deleted', 6), ...other, messageId: 'm-4' });
  await say('', { ...talkAt('deleted', 7), ...other, messageId: 'unheard' });
  await handIn('juror1');
  const { rounds } = await seenBy('juror1');
  const line = { cut: false, attachment: false, edited: false, deleted: false, mine: false };
  expect(rounds).toEqual([
    {
      roundId: 'preselection',
      name: 'Voorselectie',
      link: expect.any(String),
      complete: true,
      lines: [
        {
          ...line,
          id: 'm-1',
          author: 'Jurylid 1',
          mine: true,
          edited: true,
          text: 'eerste, beter',
          at: talkAt('new', 1).at,
        },
        { ...line, id: 'm-2', author: 'Jurylid 2', text: 'tweede', at: talkAt('new', 2).at },
        { ...line, id: 'm-3', author: 'Jurylid 2', text: '', attachment: true, at: talkAt('new', 3).at },
        { ...line, id: 'm-4', author: 'Jurylid 2', text: '', deleted: true, at: talkAt('new', 4).at },
      ],
    },
  ]);
});

test('it leads to the thread in Teams', async () => {
  const [round] = (await seenBy('chair')).rounds;
  expect(round?.lines).toEqual([]);
  const link = round?.link ?? '';
  expect(linkOf(link)).toEqual({ kind: 'conversation', id: '19:jury@thread.tacv2' });
  expect(new URL(link).pathname.split('/').at(-1)).toBe('7');
  expect(Object.fromEntries(new URL(link).searchParams)).toMatchObject({
    tenantId: 't',
    parentMessageId: '7',
  });
});
