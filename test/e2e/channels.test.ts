import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { lastOfBot } from './do-as-people.ts';
import { sayAndHear } from './say-and-hear.ts';

/** Channels of the jury are bound, exchanged and lost, over the wire: every submission is judged in one place. */
let app: App;
let entered: string[];
const { organiser, chair, sanne } = people;

beforeAll(async () => {
  app = await startApp({
    withSubmissions: true,
    simulator: { hasMoreChannels: true },
    environment: { DELIVERY_SETTLE_MS: '300' },
  });
  await app.simulator.installInTeam('direct');
  await app.simulator.installInTeam('neighbours');
  entered = await waitFor(
    'all posts',
    () => {
      const standing = standingIn('jury');
      return standing.length >= 12 && standing;
    },
    60_000,
  );
});
afterAll(() => app.stop());

type Channel = 'jury' | 'direct' | 'neighbours';
const idOf = (channel: Channel) => app.simulator.channels[channel]?.id ?? '';

function seenIn(channel: Channel): MessageView[] {
  const person = channel === 'neighbours' ? sanne : organiser;
  return app.simulator
    .messages(person, idOf(channel))
    .filter(({ from, deleted }) => from.isBot && deleted !== true);
}

const numbersIn = (texts: string[]) =>
  texts.flatMap((each) => /GD\d+-\d{4}/.exec(each)?.[0] ?? []).toSorted();

/** The numbers of the submissions that can be judged there. */
function standingIn(channel: Channel): string[] {
  const posts = seenIn(channel).filter(({ replyTo }) => replyTo === undefined);
  return numbersIn(posts.map(textOf).filter((text) => text.includes('Beoordeel')));
}

function linesIn(channel: Channel): MessageView[] {
  return seenIn(channel).filter((message) => textOf(message).includes('staat nu in een ander kanaal'));
}

async function sayIn(channel: Channel, person: Person, said: string, answer: string): Promise<void> {
  const id = await app.simulator.say(person, said, { conversation: idOf(channel), mention: true });
  const isAnswer = (each: MessageView) => each.replyTo === id && textOf(each).includes(answer);
  await waitFor(`“${answer}”`, () => seenIn(channel).some(isAnswer), 60_000);
}

const untilStanding = (channel: Channel, count: number) =>
  waitFor(`${String(count)} in ${channel}`, () => standingIn(channel).length === count, 60_000);

test('who owns a team, or leads a jury, binds no channel', async () => {
  await sayIn('neighbours', sanne, 'dit is het jurykanaal', 'Alleen een organisator kan dit');
  await sayIn('direct', chair, 'dit is het jurykanaal voor Direct', 'Alleen een organisator kan dit');
  await sayIn('jury', chair, 'ontkoppel dit kanaal', 'Alleen een organisator kan dit');
  await sayIn('jury', chair, 'plaats de inzendingen opnieuw', 'Alleen een organisator kan dit');
  expect(standingIn('jury')).toEqual(entered);
});

test('a category gets a channel of its own, by a name with a slip in it', async () => {
  await sayIn('direct', organiser, 'dit is het jurykanaal voor Cultuur', 'Welke categorie bedoelt u?');
  await sayIn('direct', organiser, 'dit is het jurykanaal voor Drect', 'het jurykanaal voor Direct');
  await waitFor(
    'lines',
    () => linesIn('jury').length > 0 && standingIn('direct').length === linesIn('jury').length,
  );
  const links = () => linesIn('jury').map(({ cards }) => JSON.stringify(cards));
  await waitFor('links', () =>
    links().every((card) => card.includes('https://teams.microsoft.com/l/message/')),
  );
  await waitFor(
    'each in one place',
    () => [...standingIn('jury'), ...standingIn('direct')].toSorted().join() === entered.join(),
    60_000,
  );
});

test('the organiser sees at the desk which channel is what', async () => {
  await sayAndHear(app, sanne, 'beheer', 'Beheer is voor de organisatoren');
  const desk = await sayAndHear(app, organiser, 'beheer', 'beoordelingen ingediend');
  await app.simulator.tap(organiser, desk.id, 'desk.channels');
  const channels = app.simulator.messages(organiser).find(({ id }) => id === desk.id);
  expect(textOf(channels ?? { cards: [] })).toContain('Jury, Direct\nGekoppeld op');
});

test('when it is deleted the organiser is told, and in another channel everything is there again', async () => {
  const count = standingIn('direct').length;
  await app.simulator.deleteChannel('direct');
  await waitFor(
    'being told',
    () =>
      textOf(lastOfBot(app, organiser) ?? { cards: [] }).includes(
        'Het jurykanaal voor Direct bestaat niet meer',
      ),
    60_000,
  );
  expect(standingIn('jury')).toHaveLength(entered.length - count);
  await sayIn('jury', organiser, 'dit is het jurykanaal voor Direct', 'het jurykanaal voor Direct');
  await app.crash();
  await untilStanding('jury', entered.length);
  expect(standingIn('jury')).toEqual(entered);
  expect(linesIn('jury')).toEqual([]);
});

test('when the app was taken from the team and is back, nothing stands there twice', async () => {
  await app.simulator.removeFromTeam('jury');
  await waitFor(
    'being told',
    () =>
      textOf(lastOfBot(app, organiser) ?? { cards: [] }).includes(
        'bestaat niet meer, of ik zit er niet meer in',
      ),
    60_000,
  );
  await app.simulator.installInTeam('jury');
  const since = new Date().toISOString();
  await sayIn('jury', organiser, 'dit is het jurykanaal', 'Dit is vanaf nu het jurykanaal');
  await sayIn('jury', organiser, 'plaats de inzendingen opnieuw', 'Ik kijk alle inzendingen na');
  await app.crash();
  // What could not be changed while the app was away comes as a new post, and the old one is a line then.
  const isNew = ({ sentAt, editedAt = sentAt }: MessageView) => editedAt > since;
  const looked = () =>
    seenIn('jury').filter((message) => isNew(message) && textOf(message).includes('Beoordeel'));
  await waitFor('a look at each', () => looked().length === entered.length, 60_000);
  expect(standingIn('jury')).toEqual(entered);
  expect(app.simulator.violations).toEqual([]);
});
