import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { untilAsked } from './do-as-people.ts';

/** Somebody asks the organisation something, over the wire; also when everything arrives twice or fails once. (GD19) */
const ways = [
  { name: 'when all goes well', inbound: 'none', outbound: undefined },
  { name: 'when each activity comes twice and each call fails once', inbound: 'same-id', outbound: '502' },
  {
    name: 'when activities come again with a new id, and calls are cut off after they arrived',
    inbound: 'new-id',
    outbound: 'cut-after',
  },
] as const;

describe.each(ways)('$name', ({ inbound, outbound }) => {
  let app: App;
  const question = 'Mag een proef van drie maanden meedoen?';
  const { sanne, organiser, chair, juror1 } = people;

  beforeAll(async () => {
    app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
    await app.simulator.installInTeam('organisers');
    app.simulator.faults({
      inbound: { mode: inbound },
      outbound: outbound === undefined ? [] : [{ on: 'any', how: outbound, times: 'each-once' }],
    });
  });
  afterAll(() => app.stop());

  const office = () => app.simulator.channels.organisers.id;
  const sayInOffice = (person: Person, text: string, replyTo?: string) =>
    app.simulator.say(person, text, { conversation: office(), replyTo, mention: true });

  function seen(person: Person, text: string, conversation?: string): MessageView[] {
    return app.simulator
      .messages(person, conversation)
      .filter((message) => message.from.isBot && textOf(message).includes(text));
  }

  function until(person: Person, text: string, conversation?: string): Promise<MessageView> {
    return waitFor(`“${text}”`, () => seen(person, text, conversation).at(-1), 60_000);
  }

  test('only an organiser makes a channel the organisation’s', async () => {
    await sayInOffice(chair, 'dit is het organisatiekanaal');
    await until(chair, 'Alleen een organisator kan dit', office());
    await sayInOffice(organiser, 'Dit is het organisatiekanaal.');
    await until(organiser, 'kanaal van de organisatie', office());
  });

  test('a question in the middle of the intake reaches the organisation, and the intake goes on', async () => {
    await app.simulator.say(sanne, 'hoi');
    await untilAsked(app, sanne, 'whose');
    await app.simulator.say(sanne, 'Ik heb een vraag');
    await until(sanne, 'Stel uw vraag aan de organisatie');
    await app.simulator.say(sanne, question);
    await until(sanne, 'Uw vraag is bij de organisatie');
    const post = await until(organiser, question, office());
    expect(textOf(post)).toContain('Sanne de Wit');
    expect(textOf(post)).toContain('Nog niet beantwoord');
    await app.simulator.say(sanne, 'eigen gemeente');
    await untilAsked(app, sanne, 'participant');
    expect(seen(juror1, question, app.simulator.channels.jury.id)).toEqual([]);
  });

  test('what an organiser fills in on the post comes to the asker, who replies in the thread', async () => {
    const post = await until(organiser, question, office());
    await app.simulator.tap(organiser, post.id, 'question.answer', { answer: 'Ja, als de proef klaar is.' });
    const answer = await until(sanne, 'Ja, als de proef klaar is.');
    expect(textOf(answer)).toContain('Daan Bakker');
    await until(chair, 'Beantwoord door Daan Bakker', office());
    await app.simulator.tap(sanne, answer.id, 'question.reply', { reply: 'Fijn, dank u wel.' });
    const reply = await until(chair, 'Fijn, dank u wel.', office());
    expect(reply.replyTo).toBe(post.id);
  });

  test('what an organiser says in the thread comes to the asker too', async () => {
    const post = await until(organiser, question, office());
    await sayInOffice(organiser, 'Graag gedaan en succes', post.id);
    await until(sanne, 'Graag gedaan en succes');
    await until(organiser, 'Doorgestuurd naar Sanne de Wit', office());
  });

  test('a question put on the card is not expected to be typed as well', async () => {
    await app.simulator.say(sanne, 'ik heb een vraag');
    const form = await waitFor('the form', () => seen(sanne, 'Stel uw vraag aan de organisatie')[1], 60_000);
    await app.simulator.tap(sanne, form.id, 'question.ask', {
      question: 'Mogen wij ook met twee inzendingen?',
    });
    await until(organiser, 'Mogen wij ook met twee inzendingen?', office());
    await app.simulator.say(sanne, 'Utrecht');
    await untilAsked(app, sanne, 'partners');
  });

  test('a chair, who does not organise, answers nobody', async () => {
    const post = await until(chair, question, office());
    expect(await app.simulator.tap(chair, post.id, 'question.answer', { answer: 'kanarie' })).toMatchObject({
      kind: 'error',
      code: 'not-found',
    });
    await sayInOffice(chair, 'kanarie in de draad', post.id);
    await app.simulator.settled();
    expect(seen(sanne, 'kanarie')).toEqual([]);
  });

  test('nothing came twice, and no limit of Teams was broken', async () => {
    await app.simulator.settled();
    expect(seen(organiser, 'Vraag ·', office())).toHaveLength(2);
    for (const said of ['Ja, als de proef klaar is.', 'Graag gedaan en succes']) {
      expect(seen(sanne, said)).toHaveLength(1);
    }
    expect(seen(sanne, 'Uw vraag is bij')).toHaveLength(2);
    expect(app.simulator.violations).toEqual([]);
  });
});
