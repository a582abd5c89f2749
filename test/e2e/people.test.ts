import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyLog } from '../../bot/use-cases/log/verify-log.ts';
import { actionsOf } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { addPerson, people } from '../teams/people.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { handIn, initiative, juryPost } from './do-as-people.ts';
import { sayAndHear, sentenceOf } from './say-and-hear.ts';

const title = 'Reizende luisterpaal';
const { organiser, chair, juror1, sanne } = people;

/** An organiser says who is what, over the wire; those people then may what they may, and posts follow. */
describe.each(['none', 'at-once'] as const)('while activities come again: %s', (inbound) => {
  let app: App;
  let guest: Person;
  let quiet: Person;
  let colleague: Person;
  let before: number;

  beforeAll(async () => {
    app = await startApp({ environment: { DELIVERY_SETTLE_MS: '300' }, simulator: { membersPerPage: 3 } });
    app.simulator.faults({ inbound: { mode: inbound } });
    const mail = (who: string) => `${who}.${inbound}@bureau.example`;
    guest = addPerson({ name: `Gast ${inbound}`, mail: mail('gast'), userRole: 'guest' });
    quiet = addPerson({
      ...{ name: `Stille gast ${inbound}`, mail: mail('stille_gast'), kind: 'judge' },
      ...{ userRole: 'guest', withoutEmail: true },
    });
    await handIn(app, sanne, initiative({ title }));
    before = await judges();
  });
  afterAll(() => app.stop());

  /** How many judges everybody sees on the post. */
  async function judges(): Promise<number> {
    const seen = textOf(await juryPost(app, chair, title));
    return Number(/van (\d+) beoordeeld/.exec(seen)?.[1]);
  }

  const postCounts = (count: number) =>
    waitFor(`the post to count ${count} judges`, async () => (await judges()) === count, 30_000);

  /** Looks whether they may judge: a sheet that stays open keeps the post as it is. */
  const judge = async (person: Person) => {
    const { id } = await juryPost(app, person, title);
    const answer = await app.simulator.tap(person, id, 'sheet.open');
    if (answer.kind !== 'card') return answer;
    // An edit that was under way as it opened puts the post back for a moment.
    const sheet = await waitFor('the open sheet', () => {
      const seen = app.simulator.message(person, id);
      return actionsOf(seen).some(({ verb }) => verb === 'sheet.close') && seen;
    });
    expect(textOf(sheet)).toContain('Succesvol');
    return app.simulator.tap(person, id, 'sheet.close');
  };

  /** Taps on a card in the organiser's own chat. @returns what it shows then */
  async function tap(on: MessageView, verb: string, inputs: Record<string, string> = {}): Promise<string> {
    await app.simulator.tap(organiser, on.id, verb, inputs);
    const seen = app.simulator.messages(organiser).find(({ id }) => id === on.id);
    return textOf(seen ?? { cards: [] });
  }

  /** Names the bot in the jury's channel, and who else. @returns its answer in the thread */
  async function ask(person: Person, text: string, others: Person[] = []): Promise<string> {
    const { id } = app.simulator.channel;
    const root = await app.simulator.say(person, text, { conversation: id, mention: true, others });
    const answer = await waitFor('an answer in the thread', () =>
      app.simulator.messages(chair, id).find(({ from, replyTo }) => from.isBot && replyTo === root),
    );
    return textOf(answer);
  }

  test('a guest whose address is pasted judges from their first word, or their first tap', async () => {
    expect(sentenceOf(await judge(quiet))).toContain('Alleen beoordelaars');
    const list = await sayAndHear(app, organiser, 'juryleden toevoegen', 'Mensen en rollen');
    await tap(list, 'people.add');
    const addresses = `Gast <${guest.mail.toUpperCase()}>; volgt nog\n${quiet.mail}`;
    const sent = await tap(list, 'people.invite', { addresses, role: 'juror' });
    expect(sent).toContain('2 mensen zijn uitgenodigd');
    expect(sent).toContain('regel 1: volgt nog');
    await app.simulator.say(guest, 'hoi');
    await postCounts(before + 1);
    expect(await judge(quiet)).toEqual({ kind: 'card' });
    await postCounts(before + 2);
    expect(await tap(list, 'people.list')).toContain(guest.name);
  });

  test('everybody in a channel gets a role, page by page', async () => {
    colleague = addPerson({
      name: `Collega ${inbound}`,
      mail: `collega.${inbound}@vng.example`,
      kind: 'judge',
    });
    expect(await ask(chair, 'maak iedereen in dit kanaal scoorder')).toContain('Alleen een organisator');
    expect(await ask(organiser, 'maak iedereen in dit kanaal scoorder')).toMatch(
      /1 persoon is nu scoorder; \d+ hebben een andere rol en houden die/,
    );
    await postCounts(before + 3);
  });

  test('who is named gets a role, or loses it', async () => {
    expect(await ask(juror1, 'is voorzitter', [colleague])).toContain('Alleen een organisator');
    expect(await ask(organiser, 'is scoorder voor Indirect', [colleague])).toContain(
      `${colleague.name} is nu scoorder. Geldt voor: Indirect.`,
    );
    await postCounts(before + 2);
    expect(await ask(organiser, 'is geen jurylid meer', [quiet])).toContain('geen jurylid meer');
    await postCounts(before + 1);
    expect(sentenceOf(await judge(quiet))).toContain('Alleen beoordelaars');
  });

  test('nobody else reaches the cards, no rule of Teams was broken, and the log is whole', async () => {
    await sayAndHear(app, juror1, 'jury beheren', 'beheert alleen een organisator');
    expect(app.simulator.violations).toEqual([]);
    const report = await app.inspect((store) => verifyLog(store));
    expect(report.faults).toEqual([]);
  });
});
