import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createChatLink } from '../../bot/cards/chat-link.ts';
import { createRenderMessage } from '../../bot/cards/render-message.ts';
import type { PersonalContent } from '../../bot/cards/render-message.ts';
import type { Destination, MessageContent } from '../../bot/domain/outgoing-message.ts';
import { submitInitiative } from '../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../bot/domain/examples.ts';
import { openWorld } from '../bot/use-cases/world.ts';
import type { OpenWorld } from '../bot/use-cases/world.ts';
import { tabLink } from './jury-samples.ts';

let world: OpenWorld;
const chatLink = createChatLink({ appId: 'bot' });
const asked: [person: string, content: PersonalContent][] = [];
const channel: Destination = { kind: 'jury-channel', editionId: 'gemeentedelers-2027', categoryId: 'direct' };
const thread: Destination = {
  kind: 'thread',
  language: 'en',
  serviceUrl: 'http://127.0.0.1:9/',
  conversationId: '19:jury;messageid=17',
  tenantId: 't',
};
const person: Destination = { kind: 'person', person: 't:sanne' };

beforeAll(async () => {
  world = await openWorld();
  await submitInitiative(world.store, {
    submissionId: 'luisterpaal',
    editionId: world.edition.id,
    submitter: 't:sanne',
    fields,
    receivedAt: now,
  });
});
afterAll(() => world.close());

const render = (content: MessageContent, destination: Destination) =>
  createRenderMessage({
    world,
    deepLink: tabLink,
    chatLink,
    renderJudging: async () => undefined,
    renderPersonal: async (to, what) => {
      asked.push([to, what]);
      return what.kind === 'receipt' ? { card: { type: 'AdaptiveCard' }, summary: 'Ontvangen' } : undefined;
    },
  })(content, destination, 'm-1');

describe('a message to draw', () => {
  test('is the post of a submission, with its marker', async () => {
    expect(
      await render({ kind: 'jury-post', submissionId: 'luisterpaal', roundId: 'preselection' }, channel),
    ).toMatchObject({
      card: { type: 'AdaptiveCard' },
      summary: 'Te beoordelen: GD27-0001, Reizende luisterpaal (Utrecht)',
      marker: 'm-1',
    });
  });

  test('is somebody’s own, drawn elsewhere', async () => {
    const content: MessageContent = { kind: 'receipt', submissionId: 'luisterpaal' };
    expect(await render(content, person)).toEqual({
      card: { type: 'AdaptiveCard' },
      summary: 'Ontvangen',
      marker: 'm-1',
    });
    expect(asked).toEqual([['t:sanne', content]]);
  });

  test('is an answer in a thread, with the way to the chat', async () => {
    const said: MessageContent = { kind: 'notice', text: 'mention.elsewhere', values: {} };
    expect(await render(said, thread)).toMatchObject({
      card: { lang: 'en', actions: [{ type: 'Action.OpenUrl', title: 'Open your chat', url: chatLink }] },
      summary: expect.stringMatching(/^I can’t answer your question here/),
      marker: 'm-1',
    });
  });

  test.each<[string, MessageContent, Destination]>([
    [
      'a submission that is not there',
      { kind: 'jury-post', submissionId: 'weg', roundId: 'preselection' },
      channel,
    ],
    [
      'a round that the edition has not',
      { kind: 'jury-post', submissionId: 'luisterpaal', roundId: 'pitch' },
      channel,
    ],
    ['what was taken away', { kind: 'nothing' }, person],
    ['a draft that is gone', { kind: 'intake-card', draftId: 'weg' }, person],
    ['what is personal, in a thread', { kind: 'receipt', submissionId: 'luisterpaal' }, thread],
    ['a sentence of another version', { kind: 'notice', text: 'mention.once', values: {} }, thread],
    ['what is personal, in a channel', { kind: 'receipt', submissionId: 'luisterpaal' }, channel],
  ])('is nothing for %s', async (_name, content, destination) => {
    expect(await render(content, destination)).toBeUndefined();
  });
});
