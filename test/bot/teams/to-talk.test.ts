import { describe, expect, test } from '@jest/globals';
import type { InboundEvent } from '../../../bot/conversation/inbound-event.ts';
import { mostTalkText } from '../../../bot/domain/discussion.ts';
import { teamsActivitySchema } from '../../../bot/teams/teams-activity.ts';
import { toEvent, type Ignored } from '../../../bot/teams/to-event.ts';

/** Activities as Microsoft's documentation shows them, for an app that may read the channel. */
const at = '2026-11-22T09:30:00.000Z';
const tenantId = 'a0000000-0000-4000-8000-000000000001';
const objectId = 'c0000000-0000-4000-8000-00000000000c';
const bot = { id: '28:c9e8c047-2a74-40a2-b28a-b162d5f5327c', name: 'GemeenteDelers' };
const conversationId = '19:jury@thread.tacv2;messageid=1732260000000';

const talk = {
  type: 'message',
  id: '1732267800000',
  timestamp: '2026-11-22T09:29:59.5615413Z',
  localTimestamp: '2026-11-22T10:29:59.5615413+01:00',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:x', name: 'Jurylid 1', aadObjectId: objectId },
  conversation: { isGroup: true, conversationType: 'channel', tenantId, id: conversationId },
  recipient: bot,
  entities: [{ locale: 'nl-NL', country: 'NL', platform: 'Web', type: 'clientInfo' }],
  channelData: {
    teamsChannelId: '19:jury@thread.tacv2',
    teamsTeamId: '19:team@thread.tacv2',
    channel: { id: '19:jury@thread.tacv2' },
    team: { id: '19:team@thread.tacv2', aadGroupId: 'group' },
    tenant: { id: tenantId },
  },
  attachments: [{ contentType: 'text/html', content: '<div>mooi</div>' }],
  text: 'mooi',
};

function read(changes: Record<string, unknown>): InboundEvent | Ignored {
  return toEvent(teamsActivitySchema.parse({ ...talk, ...changes }), { at, tenantId });
}

const withType = (eventType: string) => ({ channelData: { ...talk.channelData, eventType } });
const edit = { type: 'messageUpdate', ...withType('editMessage') };
const removal = { type: 'messageDelete', ...withType('softDeleteMessage'), text: undefined };

const heard = {
  kind: 'new',
  messageId: '1732267800000',
  author: `${tenantId}:${objectId}`,
  authorName: 'Jurylid 1',
  text: 'mooi',
  isCut: false,
  hasAttachment: false,
  at: '2026-11-22T09:29:59.561Z',
};

describe('what is said in a thread', () => {
  test('tells who, what, when and where', () => {
    expect(read({})).toEqual({
      kind: 'talked',
      key: expect.any(String),
      at,
      person: expect.objectContaining({ objectId, tenantId, teamsUserId: '29:x' }),
      talk: heard,
      thread: { serviceUrl: talk.serviceUrl, conversationId, tenantId, teamId: 'group' },
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['an edit', { ...edit, text: 'heel mooi' }, { kind: 'edited', text: 'heel mooi' }],
    ['an edit that is not named', { type: 'messageUpdate' }, { kind: 'edited' }],
    ['an edit to nothing', { ...edit, text: '' }, { kind: 'edited', text: '' }],
    ['a deletion', removal, { kind: 'deleted', text: '' }],
    ['a deletion with the text still in it', { ...removal, text: 'kanarie' }, { kind: 'deleted', text: '' }],
    ['a deletion that is not named', { type: 'messageDelete' }, { kind: 'deleted', text: '' }],
    ['the undoing of that', { ...edit, ...withType('undeleteMessage') }, { kind: 'restored' }],
    ['a picture', { text: '', attachments: [{ contentType: 'image/*' }] }, { text: '', hasAttachment: true }],
    [
      'a sticker',
      { text: null, attachments: [{ contentType: 'text/html', content: '<img itemtype="sticker">' }] },
      { text: '', hasAttachment: true },
    ],
    [
      'what HTML escapes',
      { text: '1 &lt; 2 &amp;&amp; &quot;a&quot; &#8364; &#x1F600;' },
      { text: '1 < 2 && "a" € 😀' },
    ],
    ['another’s name', { text: 'eens met <at>Jan</at>' }, { text: 'eens met Jan' }],
    ['its own time only', { timestamp: null }, { at: '2026-11-22T09:29:59.561Z' }],
    ['no time at all', { timestamp: null, localTimestamp: null }, { at }],
    ['a time that is none', { timestamp: 'gisteren' }, { at }],
  ])('%s', (_what, changes, expected) => {
    expect(read(changes)).toMatchObject({ kind: 'talked', talk: { ...heard, ...expected } });
  });

  test.each([
    [mostTalkText, 'a'.repeat(mostTalkText), false],
    [mostTalkText + 1, 'a'.repeat(mostTalkText), true],
  ])('of %d characters is kept as far as there is room', (length, text, isCut) => {
    expect(read({ text: 'a'.repeat(length) })).toMatchObject({ talk: { text, isCut } });
  });

  test('is not cut through the middle of a character', () => {
    const text = `${'a'.repeat(mostTalkText - 1)}😀`;
    expect(read({ text })).toMatchObject({ talk: { text: 'a'.repeat(mostTalkText - 1), isCut: true } });
  });

  test('has a key for each thing that was done to it', () => {
    const keyOf = (changes: Record<string, unknown>): string => {
      const event = read(changes);
      return 'key' in event ? event.key : '';
    };
    expect(keyOf({ id: '2' })).toBe(keyOf({}));
    expect(new Set([keyOf({}), keyOf(edit), keyOf(removal)]).size).toBe(3);
  });
});
