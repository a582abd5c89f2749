import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askOrganiser } from '../../bot/conversation/ask-organiser.ts';
import { hearMention } from '../../bot/conversation/hear-mention.ts';
import { unavailable } from '../../bot/conversation/hear-request.ts';
import { readInterjection } from '../../bot/conversation/reading/read-interjection.ts';
import { switchReminders } from '../../bot/conversation/switch-reminders.ts';
import { personId } from '../../bot/domain/person.ts';
import { messagePrefix, outgoingMessages } from '../../bot/store/documents/message-documents.ts';
import { personPartition } from '../../bot/store/documents/person-documents.ts';
import type { Place } from '../bot/conversation/chat.ts';
import { openPlace, sanne } from '../bot/conversation/chat.ts';
import { readCommands } from './package-files.ts';

const all = await readCommands();
const personal = all.filter(({ scope }) => scope === 'personal');
const team = all.filter(({ scope }) => scope === 'team');
const inAnyCase = (title: string) => [
  title,
  title.toUpperCase(),
  ` ${title.charAt(0).toUpperCase()}${title.slice(1)} `,
];

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** What each line of the personal list is there for, in the order of the list. */
const meanings = [
  { kind: 'command', command: 'new' },
  { kind: 'command', command: 'continue' },
  { kind: 'request', request: 'form' },
  { kind: 'command', command: 'own-submissions' },
  { kind: 'request', request: 'ask-organiser' },
  { kind: 'command', command: 'stop' },
  { kind: 'command', command: 'start-over' },
  { kind: 'request', request: 'delete' },
  { kind: 'request', request: 'reminders-off' },
  { kind: 'command', command: 'help' },
] as const;

describe('in the personal chat', () => {
  test.each(['nl', 'en'])('every suggestion is understood at every question, in %s', (language) => {
    const titles = personal.filter((each) => each.language === language).map(({ title }) => title);
    for (const at of ['free-text', 'choice'] as const)
      for (const which of [0, 1, 2])
        expect(titles.map((title) => readInterjection(inAnyCase(title)[which] ?? '', at))).toEqual(meanings);
  });

  test('nothing is suggested that the bot then cannot do', () => {
    const carriedOut = { ...askOrganiser(place.world).requests, ...switchReminders };
    const requests = meanings.flatMap((each) => (each.kind === 'request' ? [each.request] : []));
    const left = requests.filter((each) => unavailable(each) !== undefined && !(each in carriedOut));
    expect(left).toEqual([]);
  });
});

describe('in a team', () => {
  const answers: Record<string, string> = {
    'dit is het jurykanaal': 'mention.bound.jury',
    'this is the jury channel': 'mention.bound.jury',
    'dit is het organisatiekanaal': 'mention.bound.organisers',
    'this is the organisers channel': 'mention.bound.organisers',
    help: 'mention.elsewhere',
  };

  test('the table knows every suggestion', () => {
    expect([...new Set(team.map(({ title }) => title))].toSorted()).toEqual(Object.keys(answers).toSorted());
  });

  test.each(team)('$title ($language) is answered with what it is for', async ({ title, language }) => {
    for (const [index, text] of inAnyCase(title).entries()) {
      const person = { ...sanne, objectId: `${language}-${index}-${title.replaceAll(' ', '-')}` };
      const world = { ...place.world, firstOrganisers: new Set([personId(person)]) };
      const thread = {
        serviceUrl: 'http://127.0.0.1:9/',
        conversationId: `19:${title};messageid=${index}`,
        tenantId: 't',
      };
      await hearMention(
        { world, questionAt: () => undefined },
        { kind: 'mentioned', key: `${language}-${index}`, at: world.now(), person, text, thread },
      );
      const said = await outgoingMessages.list(world.store, personPartition(personId(person)), {
        prefix: messagePrefix,
      });
      expect(said.map(({ value }) => value.content)).toEqual([
        { kind: 'notice', text: answers[title], values: {} },
      ]);
    }
  });
});
