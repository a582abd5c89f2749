import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isWorkingMoment } from '../../bot/domain/working-hours.ts';
import { auditEntries, auditPrefix } from '../../bot/store/documents/submission-documents.ts';
import { editionPartition } from '../../bot/store/documents/edition-documents.ts';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { handIn, initiative, juryPost } from './do-as-people.ts';
import { sayAndHear } from './say-and-hear.ts';

/** A judge does their work in their own chat, and an organiser looks after the others; also when all comes twice. */
const ways = [
  { name: 'when all goes well', inbound: 'none', outbound: undefined },
  {
    name: 'when activities come again with a new id, and calls fail once',
    inbound: 'new-id',
    outbound: '502',
  },
] as const;

describe.each(ways)('$name', ({ inbound, outbound }) => {
  let app: App;
  const { juror1, juror2, organiser, chair } = people;
  const title = 'Wijkkrant in gewone taal';

  beforeAll(async () => {
    // Of the dozen that are there, two are left for juror 1.
    app = await startApp({ withSubmissions: true, environment: { DELIVERY_SETTLE_MS: '300' } });
    await handIn(app, people.sanne, initiative({ title }));
    app.simulator.faults({
      inbound: { mode: inbound },
      outbound: outbound === undefined ? [] : [{ on: 'any', how: outbound, times: 'each-once' }],
    });
  });
  afterAll(() => app.stop());

  function seenBy(person: Person, id: string, conversation?: string): MessageView {
    const found = app.simulator.messages(person, conversation).find((message) => message.id === id);
    if (found === undefined) throw new Error(`there is no message ${id}`);
    return found;
  }

  /** Taps it, and reads what the card has become for them. */
  async function tapOn(person: Person, id: string, verb: string, inputs = {}): Promise<string> {
    expect(await app.simulator.tap(person, id, verb, inputs)).toEqual({ kind: 'card' });
    return textOf(seenBy(person, id));
  }

  function allScored(message: MessageView, value: string): Record<string, string> {
    const handsIn = actionsOf(message).find(({ verb }) => verb === 'sheet.hand-in');
    const ids = (handsIn?.inputs ?? []).map(({ id }) => id).filter((id) => id.startsWith('score.'));
    return Object.fromEntries(ids.map((id) => [id, value]));
  }

  const isAboutTitle = (message: MessageView) => textOf(message).includes(title);

  test('a judge goes through three of them, one of which they began in the channel', async () => {
    const post = await juryPost(app, juror1, title);
    await app.simulator.tap(juror1, post.id, 'sheet.open');
    await app.simulator.tap(juror1, post.id, 'sheet.save', { 'remark.overall': 'In de trein verder' });
    const { id } = await sayAndHear(app, juror1, 'Wat moet ik nog?', 'U hebt er 13, 10 klaar');
    let hadDraft = false;
    for (const left of [2, 1, 0]) {
      await tapOn(juror1, id, 'todo.next');
      const sheet = seenBy(juror1, id);
      if (isAboutTitle(sheet)) {
        hadDraft = true;
        expect(JSON.stringify(sheet.cards)).toContain('In de trein verder');
      }
      const result = await tapOn(juror1, id, 'sheet.hand-in', allScored(sheet, '4'));
      expect(result).toContain(left === 0 ? 'U bent klaar.' : `U hebt er nog ${left === 1 ? 'één' : '2'}.`);
    }
    expect(hadDraft).toBe(true);
    expect(await tapOn(juror1, id, 'todo.list')).toContain('U hebt alle 13 inzendingen beoordeeld.');
    await app.simulator.look(juror1, app.simulator.channel.id);
    await waitFor(
      'their result in the channel',
      () => textOf(seenBy(juror1, post.id, app.simulator.channel.id)).includes('Uw gemiddelde'),
      60_000,
    );
  });

  test('another abstains from the post in the channel, and it counts one judge less', async () => {
    const post = await juryPost(app, juror2, title);
    await app.simulator.tap(juror2, post.id, 'sheet.abstain-open');
    const reason = { 'abstain.reason': 'Ik heb de indiener geadviseerd.' };
    await app.simulator.tap(juror2, post.id, 'sheet.abstain-confirm', reason);
    expect(textOf(seenBy(juror2, post.id, app.simulator.channel.id))).toContain('U onthoudt zich sinds');
    await waitFor(
      'one judge less',
      async () => textOf(await juryPost(app, chair, title)).includes('1 van 4 beoordeeld'),
      60_000,
    );
    await sayAndHear(app, juror2, 'volgende', 'Alleen u ziet dit formulier.');
  });

  test('an organiser sees who is late, reminds once, and is told so the second time', async () => {
    const { id } = await sayAndHear(app, organiser, 'Wie is er laat?', 'beoordelaars zijn nog niet klaar');
    const list = textOf(seenBy(organiser, id));
    expect(list).toContain('Jurylid 2');
    expect(list).toContain('Heeft nog nooit met mij gepraat');
    expect(list).not.toContain('Jurylid 1');
    expect(list).not.toContain('kanarie');
    const isWorking = isWorkingMoment(new Date().toISOString(), 'Europe/Amsterdam');
    const nudged = await tapOn(organiser, id, 'late.nudge-all');
    expect(nudged).toContain(isWorking ? 'Herinnerd: Jurylid 2.' : 'De herinnering gaat uit op');
    if (isWorking) {
      const reminder = () =>
        app.simulator.messages(juror2).filter((each) => textOf(each).includes('te beoordelen. Dat kan tot'));
      await waitFor('the reminder', () => reminder().length > 0, 60_000);
      expect(actionsOf(reminder()[0] ?? { cards: [] }).map((action) => action.verb)).toEqual([
        'todo.next',
        'todo.snooze',
        'todo.snooze',
      ]);
    }
    const again = await app.simulator.invoke(organiser, id, {
      type: 'Action.Execute',
      verb: 'late.nudge-all',
      data: { asked: 1 },
    });
    expect(again).toEqual({ kind: 'card' });
    expect(textOf(seenBy(organiser, id))).toContain(
      isWorking ? 'Vandaag al herinnerd, dus niet nog eens: Jurylid 2.' : 'De herinnering gaat uit op',
    );
    await sayAndHear(app, people.sanne, 'Wat moet ik nog?', 'kan ik hier niet laten zien');
  });

  test('it is in the log once, nothing came twice, and no limit of Teams was broken', async () => {
    await app.simulator.settled();
    const reminders = app.simulator
      .messages(juror2)
      .filter((each) => textOf(each).includes('te beoordelen. Dat kan tot'));
    expect(reminders.length).toBeLessThanOrEqual(1);
    expect(app.simulator.violations).toEqual([]);
    const log = await app.inspect((store) =>
      auditEntries.list(store, editionPartition('gemeentedelers-2027'), { prefix: auditPrefix }),
    );
    expect(log.filter(({ value }) => value.act === 'nudge-judge')).toHaveLength(1);
  });
});
