import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { initiative, untilAsked } from './do-as-people.ts';

/** Somebody nominates another municipality's initiative, over the wire. (GD3) */
describe('a nomination', () => {
  let app: App;
  const { sanne, mehmet, anouk, organiser } = people;
  const entered = initiative({
    title: 'Grip op de wachtlijst',
    description: 'Wie op een woning wacht, ziet elke dag op welke plek van de lijst die staat en waarom.',
    municipality: 'Zwolle',
  });

  beforeAll(async () => {
    app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' } });
    await app.simulator.installInTeam('organisers');
    await app.simulator.say(organiser, 'dit is het organisatiekanaal', {
      conversation: office(),
      mention: true,
    });
    for (const person of [mehmet, anouk]) {
      await app.simulator.say(person, 'hoi');
      await untilAsked(app, person, 'whose');
    }
  });
  afterAll(() => app.stop());

  const office = () => app.simulator.channels.organisers.id;

  function seen(person: Person, text: string, conversation?: string): MessageView[] {
    return app.simulator
      .messages(person, conversation)
      .filter((message) => message.from.isBot && textOf(message).includes(text));
  }

  function until(person: Person, text: string, conversation?: string): Promise<MessageView> {
    return waitFor(`“${text}”`, () => seen(person, text, conversation).at(-1), 30_000);
  }

  const said: [step: string, answer: string][] = [
    ['whose', 'een andere gemeente'],
    ['participant', entered.municipality],
    ['partners', 'geen'],
    ['title', entered.title],
    ['description', entered.description],
    ['category', entered.category],
    ['finished', entered.finished],
    ['proof', entered.proof],
    ['conditions', 'alles ja'],
    ['own-website', 'overslaan'],
    ['contact', entered.contact],
    ['contact-there', `Mehmet Yıldız, ${mehmet.mail}`],
    ['consent', 'ja'],
  ];

  test('is told to the organisation, with whom to ask over there', async () => {
    await app.simulator.say(sanne, 'hoi');
    for (const [step, answer] of said) {
      await untilAsked(app, sanne, step);
      await app.simulator.say(sanne, answer);
    }
    const review = await untilAsked(app, sanne, 'intake.hand-in');
    await app.simulator.tap(sanne, review.id, 'intake.hand-in');
    const post = textOf(await until(organiser, entered.title, office()));
    expect(post).toContain('Zwolle, voorgedragen door Sanne de Wit');
    expect(post).toContain('Mehmet Yıldız');
    expect(post).toContain('Nog niet bevestigd');
  });

  test('is confirmed by the contact over there, and by nobody else', async () => {
    const asked = await until(mehmet, 'Sanne de Wit draagt uw initiatief voor');
    expect(seen(anouk, 'draagt uw initiatief voor')).toEqual([]);
    const [confirm] = actionsOf(asked).filter(({ verb }) => verb === 'nomination.confirm');
    const [own] = app.simulator.messages(anouk).filter(({ from }) => from.isBot);
    const forged = { type: 'Action.Execute', verb: 'nomination.confirm', data: confirm?.data } as const;
    expect(await app.simulator.invoke(anouk, own?.id ?? '', forged)).toMatchObject({ code: 'not-found' });
    await app.simulator.tap(mehmet, asked.id, 'nomination.confirm');
    await until(organiser, 'Bevestigd door Mehmet Yıldız', office());
    await app.simulator.settled();
    expect(seen(organiser, entered.title, office())).toHaveLength(1);
    expect(app.simulator.violations).toEqual([]);
  });
});
