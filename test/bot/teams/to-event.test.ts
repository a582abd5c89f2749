import { describe, expect, test } from '@jest/globals';
import { teamsActivitySchema } from '../../../bot/teams/teams-activity.ts';
import { toEvent, type Ignored } from '../../../bot/teams/to-event.ts';
import type { InboundEvent } from '../../../bot/conversation/inbound-event.ts';

const at = '2026-11-22T09:30:00.000Z';
const tenantId = 'a0000000-0000-4000-8000-000000000001';
const objectId = 'c0000000-0000-4000-8000-00000000000c';
const bot = { id: '28:bot', name: 'GemeenteDelers' };
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const mention = {
  type: 'mention',
  text: '<at>GemeenteDelers</at>',
  mentioned: { id: bot.id, name: bot.name },
};

function activity(changes: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'message',
    id: '1732267800000',
    timestamp: '2026-11-22T09:29:59.500Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:x', name: 'Sanne de Wit', aadObjectId: objectId.toUpperCase() },
    recipient: bot,
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'nl-NL',
    ...changes,
  };
}

function read(changes: Record<string, unknown>): InboundEvent | Ignored {
  return toEvent(teamsActivitySchema.parse(activity(changes)), { at, tenantId });
}

const sanne = {
  tenantId,
  objectId,
  name: 'Sanne de Wit',
  language: 'nl',
  teamsUserId: '29:x',
};
const chat = { serviceUrl, conversationId: 'a:1' };
const inChannel = {
  conversation: {
    id: '19:jury@thread.tacv2;messageid=17',
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  },
};

describe('a message', () => {
  test('in the personal chat is something said', () => {
    expect(read({ text: 'hoi', textFormat: 'plain' })).toEqual({
      kind: 'said',
      key: expect.any(String),
      at,
      person: { ...sanne, chat },
      text: 'hoi',
      hasAttachment: false,
    });
  });

  test.each([
    ['  Wijkbus  \r\nop afroep ', 'Wijkbus  \nop afroep'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['vorig\u00a0jaar&nbsp;maart', 'vorig jaar maart'],
    ['vraag het <at id="0">Jan Jansen</at> eens', 'vraag het Jan Jansen eens'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('that reads %j says %j', (text, said) => {
    expect(read({ text })).toMatchObject({ kind: 'said', text: said });
  });

  test('loses the mention of the bot, and keeps the name of others', () => {
    const entities = [mention, { type: 'mention', text: '<at>Jan</at>', mentioned: { id: '29:jan' } }];
    const text = '<at>GemeenteDelers</at> help <at>Jan</at>';
    expect(read({ text, entities })).toMatchObject({ text: 'help Jan' });
  });

  test.each([
    [[{ contentType: 'text/html', content: '<div>hoi</div>' }], false],
    [[{ contentType: 'image/png' }], true],
    [
      [{ contentType: 'text/html' }, { contentType: 'application/vnd.microsoft.teams.file.download.info' }],
      true,
    ],
    [[{}], true],
    [[{ contentType: 'text/html', content: '<div>hoi</div>' }], false],
    [
      [
        {
          contentType: 'text/html',
          content: '<p><img itemtype="http://schema.skype.com/Sticker" src="x"></p>',
        },
      ],
      true,
    ],
    [[{ contentType: 'text/html', content: 7 }], false],
    [[], false],
    [null, false],
    ['junk', false],
  ])('with attachments %j has something that is not text: %s', (attachments, hasAttachment) => {
    expect(read({ text: 'hoi', attachments })).toMatchObject({ hasAttachment });
  });

  test.each([
    ['nl-NL', [], 'nl'],
    ['en-GB', [], 'en'],
    ['EN', [], 'en'],
    ['de-DE', [], 'nl'],
    [null, null, 'nl'],
    ['nl-NL', [{ type: 'clientInfo', locale: 'en-US' }], 'en'],
    ['en-US', [{ type: 'clientInfo', locale: 'nl-BE' }], 'nl'],
  ])('in a client with locale %j and entities %j is in %s', (locale, entities, language) => {
    expect(read({ text: 'hoi', locale, entities })).toMatchObject({ person: { language } });
  });

  test('in a channel counts when the bot is mentioned', () => {
    const text = '<at>GemeenteDelers</at> hoe ver zijn we?';
    expect(read({ ...inChannel, text, entities: [mention] })).toEqual({
      kind: 'mentioned',
      key: expect.any(String),
      at,
      person: sanne,
      text: 'hoe ver zijn we?',
      thread: { serviceUrl, conversationId: '19:jury@thread.tacv2;messageid=17', tenantId },
      talk: {
        kind: 'new',
        messageId: '1732267800000',
        author: `${tenantId}:${objectId}`,
        authorName: 'Sanne de Wit',
        text: 'hoe ver zijn we?',
        isCut: false,
        hasAttachment: false,
        at: '2026-11-22T09:29:59.500Z',
      },
    });
  });

  test('that begins a thread, with a mention, is no talk', () => {
    const text = '<at>GemeenteDelers</at> hoi';
    const event = read({ ...inChannel, id: '17', text, entities: [mention] });
    expect(event.kind).toBe('mentioned');
    expect(event).not.toHaveProperty('talk');
  });

  test.each([
    [{ team: { id: '19:team@thread.tacv2', aadGroupId: 'group' } }, 'group'],
    [{ team: { id: '19:team@thread.tacv2', aadGroupId: null } }, undefined],
    [{ team: null }, undefined],
    ['junk', undefined],
    [null, undefined],
  ])('in a channel with channelData %j is in the team %s', (channelData, teamId) => {
    const event = read({ ...inChannel, channelData, text: 'hoi', entities: [mention] });
    expect(event).toMatchObject({ kind: 'mentioned', thread: { tenantId } });
    expect(event.kind === 'mentioned' && event.thread.teamId).toBe(teamId);
  });

  test.each([
    ['what begins a thread', { ...inChannel, id: '17', text: 'Overleg' }],
    [
      'talk in a channel without threads',
      { ...inChannel, conversation: { id: '19:c', isGroup: true }, text: 'eens' },
    ],
    ['a mention of somebody else, and nothing with it', { ...inChannel, text: '' }],
    ['what an Action.Submit sends', { value: { kind: 'send' } }],
    ['nobody, such as another bot', { from: { id: '28:other', name: 'Bot' }, text: 'hoi' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['an edited message in the personal chat', { type: 'messageUpdate', text: 'hoi' }],
    ['a deleted message in the personal chat', { type: 'messageDelete' }],
    ['what the bot itself said', { ...inChannel, from: { ...bot, aadObjectId: objectId }, text: 'hoi' }],
    ['what another bot said', { ...inChannel, from: { id: '28:x', aadObjectId: objectId }, text: 'hoi' }],
    ['talk without an id', { ...inChannel, id: null, text: 'eens' }],
    [
      'a change of a kind that does not exist yet',
      { ...inChannel, type: 'messageUpdate', text: 'eens', channelData: { eventType: 'pinMessage' } },
    ],
    ['typing', { type: 'typing' }],
    ['a type that does not exist yet', { type: 'toekomst' }],
    ['an unknown invoke', { type: 'invoke', name: 'composeExtension/query' }],
    ['an invoke without a name', { type: 'invoke' }],
    ['somebody else who comes', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
    ['somebody who goes', { type: 'conversationUpdate', membersRemoved: [{ id: bot.id }] }],
    ['the app that goes', { type: 'installationUpdate', action: 'remove' }],
    ['the app that goes for an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['the app that comes to a team', { ...inChannel, type: 'installationUpdate', action: 'add' }],
  ])('%s is left at that', (_what, changes) => {
    expect(read(changes).kind).toBe('ignored');
  });
});

describe('news of a channel or a team', () => {
  const team = { id: '19:team', aadGroupId: 'group' };
  const update = (eventType: string, more: object = {}) => ({
    ...inChannel,
    type: 'conversationUpdate',
    timestamp: '2026-11-22T09:59:58.123Z',
    channelData: { tenant: { id: tenantId }, eventType, team, ...more },
    from: { id: '29:x' },
  });
  const ofTeam = { tenantId, teamsTeamId: '19:team', teamId: 'group' };
  const ofChannel = { tenantId, channelId: '19:gone' };

  test.each([
    ['channelDeleted', update('channelDeleted', { channel: { id: '19:gone' } }), 'gone', ofChannel],
    ['channelRestored', update('channelRestored', { channel: { id: '19:gone' } }), 'back', ofChannel],
    ['teamDeleted', update('teamDeleted'), 'gone', ofTeam],
    ['teamHardDeleted', update('teamHardDeleted'), 'gone', ofTeam],
    ['teamRestored', update('teamRestored'), 'back', ofTeam],
    [
      'the app that leaves a team',
      { ...update('teamMemberRemoved'), membersRemoved: [{ id: bot.id }] },
      'gone',
      ofTeam,
    ],
    [
      'the app that is taken from a team',
      { ...update(''), type: 'installationUpdate', action: 'remove' },
      'gone',
      ofTeam,
    ],
  ])('%s is told, whoever did it', (_what, changes, change, place) => {
    expect(read(changes)).toEqual({
      ...{ kind: 'place-changed', at, happenedAt: '2026-11-22T09:59:58.123Z', change, place },
    });
  });

  test.each([
    ['a channel without an id', update('channelDeleted')],
    ['a channel that gets another name', update('channelRenamed', { channel: { id: '19:gone' } })],
    ['somebody who leaves the team', { ...update('teamMemberRemoved'), membersRemoved: [{ id: '29:y' }] }],
    ['an upgrade of the app', { ...update(''), type: 'installationUpdate', action: 'remove-upgrade' }],
  ])('%s is none', (_what, changes) => {
    expect(read(changes).kind).toBe('ignored');
  });
});

describe('the key of a deed', () => {
  const keyOf = (changes: Record<string, unknown>): string => {
    const event = read(changes);
    if (event.kind === 'ignored' || event.kind === 'place-changed') throw new Error(event.kind);
    return event.key;
  };

  test('is the same when the message comes again, also under a new id', () => {
    expect(keyOf({ text: 'hoi', id: '2' })).toBe(keyOf({ text: 'hoi' }));
  });

  test.each([
    ['text', { text: 'hallo' }],
    ['moment', { timestamp: '2026-11-22T09:29:59.501Z' }],
    ['person', { from: { id: '29:y', aadObjectId: tenantId } }],
    ['conversation', { conversation: { id: 'a:2', conversationType: 'personal' } }],
  ])('is another for another %s', (_what, changes) => {
    expect(keyOf({ text: 'hoi', ...changes })).not.toBe(keyOf({ text: 'hoi' }));
  });

  test('without a time goes by the id', () => {
    const timeless = { text: 'hoi', timestamp: undefined };
    expect(keyOf(timeless)).toBe(keyOf(timeless));
    expect(keyOf({ ...timeless, id: '2' })).not.toBe(keyOf(timeless));
  });

  test('of a tap is the same when it comes again, and another for other input', () => {
    const tap = (id: string, score: string): Record<string, unknown> => ({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id,
      timestamp: id,
      value: { action: { verb: 'score', data: { score } } },
      replyToId: '17',
    });
    expect(keyOf(tap('f:2', '4'))).toBe(keyOf(tap('f:1', '4')));
    expect(keyOf(tap('f:1', '5'))).not.toBe(keyOf(tap('f:1', '4')));
  });

  test.each(['task/fetch', 'task/submit'])(
    'of %s is the same when it comes again, and another for other input',
    (name) => {
      const dialog = (id: string, title: string): Record<string, unknown> => ({
        type: 'invoke',
        name,
        id,
        timestamp: id,
        value: { data: { verb: 'form.open', title }, context: { theme: id } },
        replyToId: '17',
      });
      expect(keyOf(dialog('f:2', 'a'))).toBe(keyOf(dialog('f:1', 'a')));
      expect(keyOf(dialog('f:1', 'b'))).not.toBe(keyOf(dialog('f:1', 'a')));
    },
  );

  test('tells the opening of a dialog, an action in it, and a tap apart', () => {
    const data = { verb: 'form' };
    const keys = [
      keyOf({ type: 'invoke', name: 'task/fetch', value: { data } }),
      keyOf({ type: 'invoke', name: 'task/submit', value: { data } }),
      keyOf({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'form', data: {} } } }),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  test('is fit to be part of a name in the store', () => {
    expect(keyOf({ text: 'hoi' })).toMatch(/^[\w-]+$/);
  });
});

describe('a tap', () => {
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', replyToId: '17' };

  test('tells which card, which verb and what was filled in', () => {
    const action = { type: 'Action.Execute', verb: 'score', data: { submission: 'S-1', remark: 'fijn' } };
    expect(read({ ...invoke, ...inChannel, value: { action, trigger: 'manual' } })).toEqual({
      kind: 'tapped',
      key: expect.any(String),
      at,
      person: sanne,
      verb: 'score',
      data: { submission: 'S-1', remark: 'fijn' },
      on: { serviceUrl, tenantId, conversationId: '19:jury@thread.tacv2;messageid=17', activityId: '17' },
      where: 'channel',
      automatic: false,
    });
  });

  test('that nobody made is automatic', () => {
    const value = { action: { verb: 'refresh' }, trigger: 'automatic' };
    expect(read({ ...invoke, value })).toMatchObject({ automatic: true, where: 'chat', person: { chat } });
  });

  test.each([
    undefined,
    null,
    'junk',
    {},
    { action: null },
    { action: { verb: 3, data: 'text' } },
    { action: { data: [1] }, trigger: 4 },
  ])('with value %j comes with nothing in it', (value) => {
    expect(read({ ...invoke, value })).toMatchObject({
      kind: 'tapped',
      verb: '',
      data: {},
      automatic: false,
    });
  });
});

describe('a dialog', () => {
  const data = { msteams: { type: 'task/fetch' }, verb: 'form.open', draft: 'd-1', remark: 'fijn' };
  const value = { data, context: { theme: 'dark' } };

  test('that is asked for tells on which card, by which verb and with what', () => {
    const invoke = { type: 'invoke', name: 'task/fetch', replyToId: '17', value };
    expect(read({ ...invoke, ...inChannel })).toEqual({
      kind: 'dialog-opened',
      key: expect.any(String),
      at,
      person: sanne,
      verb: 'form.open',
      data: { draft: 'd-1', remark: 'fijn' },
      on: { serviceUrl, tenantId, conversationId: '19:jury@thread.tacv2;messageid=17', activityId: '17' },
      where: 'channel',
    });
    expect(read(invoke)).toMatchObject({ where: 'chat', person: { chat } });
  });

  test('that is submitted tells by which verb and with what', () => {
    expect(read({ type: 'invoke', name: 'task/submit', replyToId: '17', value })).toEqual({
      kind: 'dialog-submitted',
      key: expect.any(String),
      at,
      person: { ...sanne, chat },
      verb: 'form.open',
      data: { draft: 'd-1', remark: 'fijn' },
    });
  });

  test.each([
    undefined,
    null,
    'junk',
    {},
    { data: null },
    { data: 'text' },
    { data: [1] },
    { data: { verb: 3 } },
  ])('with value %j comes with nothing in it', (odd) => {
    for (const name of ['task/fetch', 'task/submit']) {
      expect(read({ type: 'invoke', name, value: odd })).toMatchObject({ verb: '', data: {} });
    }
  });
});

describe('the arrival of the app', () => {
  test.each([
    ['conversationUpdate', { membersAdded: [{ id: '29:x' }, { id: bot.id }] }],
    ['installationUpdate', { action: 'add' }],
    ['installationUpdate', { action: 'add-upgrade' }],
  ])('by %s %j has one key', (type, changes) => {
    expect(read({ type, ...changes })).toEqual({
      kind: 'arrived',
      key: `arrived:${tenantId}:${objectId}`,
      at,
      person: { ...sanne, chat },
    });
  });
});
