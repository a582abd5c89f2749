import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { numberText } from '../../bot/domain/submission/submission.ts';
import { text } from '../../bot/texts/texts.ts';
import { submissionPartition, submissions } from '../../bot/store/documents/submission-documents.ts';
import { runs } from '../runs.ts';
import { actionsOf, type CardAction } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import type { Dialog, DialogAnswer, FaultPlan, MessageView } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { addCrowd } from '../teams/people.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { initiative } from './do-as-people.ts';
import { allDocuments, expectChain } from './stored.ts';

/**
 * Many people of one tenant hand in at the same moment, over the wire. Nearly all of the time is spent in waiting for
 * what Teams allows: fifty requests a second, of which one for who somebody is and four for what they see.
 */

type Inbound = FaultPlan['inbound']['mode'];

const isOnCosmos = process.env.STORE === 'cosmos';

/** Cosmos DB as the tests have it answers in the process that all of Teams is in: so many fewer come at a time. */
const ofStore = isOnCosmos ? 10 : 1;

const ways: { name: string; size: number; modes: Inbound[] }[] = [
  { name: 'when all goes well', size: 500 / ofStore, modes: ['none'] },
  {
    name: 'when what they do arrives once, or twice in one way or another',
    size: runs(80, 500) / ofStore,
    modes: ['none', 'same-id', 'new-id', 'at-once'],
  },
];

/** Within so long Teams wants an answer. */
const answerMs = 15_000;

/** So many people send the form in one moment: of what is in a dialog, Teams wants an answer within five seconds. */
const atForms = 100 / ofStore;

describe.each(ways)('$size people $name', ({ size, modes }) => {
  let app: App;
  let crowd: Person[];
  const told = new Map<Person, string>();

  beforeAll(async () => {
    crowd = addCrowd(size);
    app = await startApp({ environment: { LOG_LEVEL: 'warn', DELIVERY_SETTLE_MS: '300' } });
  });
  afterAll(() => app.stop());

  test('are welcomed, and fill in the form', async () => {
    await atOnce((person) => app.simulator.openChat(person));
    const cards = await untilAll('a welcome', hasAction('form.open'));
    const answers: DialogAnswer[] = [];
    for (let from = 0; from < crowd.length; from += atForms) {
      answers.push(...(await fillIn(crowd.slice(from, from + atForms), cards)));
    }
    expect(kindsOf(answers)).toEqual(['closed']);
  });

  test('hand in at once, and get one receipt each', async () => {
    const cards = await untilAll('an overview', hasAction('intake.hand-in'));
    const answers = await atOnce((person) =>
      app.simulator.tap(person, idIn(cards, person), 'intake.hand-in'),
    );
    const others = answers.filter(({ kind }) => kind !== 'card');
    if (isOnCosmos) {
      // Who waits for longer than usual is told so, and gets the receipt all the same.
      expect(others).toEqual(others.map(() => ({ kind: 'message', text: text('nl', 'app.still-working') })));
    } else expect(others).toEqual([]);
    await untilAll('a receipt', isReceipt);
    await app.simulator.settled();
    for (const person of crowd) {
      const shown = app.simulator.messages(person);
      const numbers = shown.filter(isReceipt).map((receipt) => /GD27-\d{4,}/.exec(textOf(receipt))?.[0]);
      expect([person.name, numbers.length, shown.length]).toEqual([person.name, 1, 2]);
      told.set(person, numbers[0] ?? 'none');
    }
  });

  test('were answered in time, within the limits of Teams', () => {
    const { deliveries, violations } = app.simulator;
    expect(violations).toEqual([]);
    expect(deliveries.filter(({ answer }) => answer.kind !== 'answered' || answer.status !== 200)).toEqual(
      [],
    );
    expect(Math.max(...deliveries.map(({ tookMs }) => tookMs))).toBeLessThan(answerMs);
  });

  test('have the numbers from 1 on, each once, as they were told', async () => {
    const numbers = crowd.map((_, index) => numberText('GD27', index + 1));
    expect([...told.values()].sort()).toEqual(numbers);
    const documents = await app.inspect(allDocuments);
    const entered = documents.filter(submissions.is).map((document) => submissions.parse(document).value);
    expect(entered.map(({ number }) => number).sort((a, b) => a - b)).toEqual(crowd.map((_, at) => at + 1));
    for (const [person, number] of told) {
      const own = entered.filter(({ submitter }) => submitter.endsWith(person.id));
      expect(own.map((each) => [numberText('GD27', each.number), each.title])).toEqual([
        [number, titleOf(person)],
      ]);
    }
    for (const { id } of entered) expectChain(documents, submissionPartition(id));
  });

  async function fillIn(some: Person[], cards: ReadonlyMap<Person, MessageView>): Promise<DialogAnswer[]> {
    const opened = await atOnce(
      (person) => app.simulator.openDialog(person, idIn(cards, person), isAction('form.open')),
      some,
    );
    const forms = new Map(some.map((person, index) => [person, dialogIn(opened[index])]));
    return atOnce((person) => {
      const form = dialogIn(forms.get(person));
      return app.simulator.submitDialog(person, form, isAction('form.save'), fieldsOf(form, person));
    }, some);
  }

  /** They do it in one moment; each arrives in the next of the ways. */
  function atOnce<T>(act: (person: Person) => Promise<T>, some = crowd): Promise<T[]> {
    const acts = some.map((person, index) => {
      app.simulator.faults({ inbound: { mode: modes[index % modes.length] ?? 'none' } });
      return act(person);
    });
    return Promise.all(acts);
  }

  /** Waits until everybody has such a message. Looks at few people at a time: with many, looking is dear. */
  async function untilAll(
    what: string,
    fits: (message: MessageView) => boolean,
  ): Promise<Map<Person, MessageView>> {
    const found = new Map<Person, MessageView>();
    const until = Date.now() + 120_000;
    while (found.size < crowd.length) {
      if (Date.now() > until) throw new Error(`${found.size} of ${crowd.length} have ${what}`);
      for (const person of crowd.filter((each) => !found.has(each)).slice(0, 50)) {
        const message = app.simulator.messages(person).findLast(fits);
        if (message !== undefined) found.set(person, message);
      }
      await pause(200);
    }
    return found;
  }
});

function isAction(verb: string): (action: CardAction) => boolean {
  return (action) => (action.verb ?? action.data['verb']) === verb;
}

function hasAction(verb: string): (message: MessageView) => boolean {
  return (message) => actionsOf(message).some(isAction(verb));
}

function isReceipt(message: MessageView): boolean {
  return textOf(message).includes('Uw inzending is binnen');
}

function idIn(cards: ReadonlyMap<Person, MessageView>, person: Person): string {
  return cards.get(person)?.id ?? '';
}

function dialogIn(answer: DialogAnswer | undefined): Dialog {
  if (answer?.kind !== 'dialog') throw new Error(`no dialog but ${JSON.stringify(answer)}`);
  return answer;
}

function kindsOf(answers: readonly { kind: string }[]): string[] {
  return [...new Set(answers.map(({ kind }) => kind))];
}

function titleOf(person: Person): string {
  return `Initiatief van ${person.name}`;
}

/** What answers every question, by field; of who somebody is, the form knows the most. */
function fieldsOf(form: Dialog, person: Person): Record<string, string> {
  const entered = initiative({ title: titleOf(person) });
  const [save] = actionsOf({ cards: [form.card] });
  const conditions = (save?.inputs ?? []).filter(({ id }) => id.startsWith('conditions.'));
  return {
    ...Object.fromEntries(conditions.map(({ id }) => [id, 'yes'])),
    'whose.choice': 'own',
    'participant.answer': entered.municipality,
    'title.answer': entered.title,
    'description.answer': entered.description,
    'category.choice': 'direct',
    'finished.answer': entered.finished,
    'proof.answer': entered.proof,
    'contact.name': person.name,
    'contact.mail': person.mail,
    'consent.agree': 'true',
  };
}
