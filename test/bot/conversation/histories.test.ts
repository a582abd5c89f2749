import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finishHandingIn } from '../../../bot/conversation/finish-handing-in.ts';
import type { Draft } from '../../../bot/domain/draft/draft.ts';
import { personPartition } from '../../../bot/store/documents/person-documents.ts';
import { actionsOf, filledIn } from '../../teams/card-actions.ts';
import type { CardAction } from '../../teams/card-actions.ts';
import { runs } from '../../runs.ts';
import type { Chat, Place } from './chat.ts';
import { openPlace, sanne, submissionOf } from './chat.ts';

/**
 * Whatever people type and tap, in whatever order, however often Teams brings it and whenever the process dies:
 * no answer is lost, nothing is handed in twice, nothing throws, and there is always a way forward.
 */

let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

const description = 'Wij gaan bij bewoners langs en leggen uit hoe afval scheiden werkt.';
const answers = ['eigen', 'andere', 'ja', 'Utrecht', 'Bergen', 'Weesp', 'Narnia', '1', '2', 'Slim parkeren', description, 'direct', 'maart 2025', '2020', '2030', 'klopt', 'Jan, jan@ede.nl']; // prettier-ignore
const commands = ['terug', 'stop', 'help', 'opnieuw', 'nee', 'verder', 'hoi', 'overslaan', 'mijn inzendingen', 'dien in', 'wijzig titel', 'nieuw']; // prettier-ignore
const odd = ['', '👍', '**x** <b>', '${title}', '\u0000', 'x'.repeat(3_000), '\uD83D'];

const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...answers) },
  { weight: 4, arbitrary: fc.constantFrom(...commands) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 150 }) },
);

type Event =
  | { kind: 'say'; text: string }
  | { kind: 'answer' }
  | { kind: 'tap'; card: number; action: number; text: string }
  | { kind: 'again' }
  | { kind: 'restart' }
  | { kind: 'crash'; where: 'edition:' | 'submission:' | 'person:'; after: number; then: Event };

const simple: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('say' as const), text: words }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      // 0 is the newest card, 1 the one before.
      card: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }),
      action: fc.nat(12),
      text: words,
    }),
  },
);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 20, arbitrary: simple },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('crash' as const),
      where: fc.constantFrom('edition:' as const, 'submission:' as const, 'person:' as const),
      after: fc.nat(1),
      then: simple,
    }),
  },
);

/** What answers the question of a step. */
const goodAnswers: Record<string, string> = {
  whose: 'eigen',
  municipality: 'Zwolle',
  title: 'Slim parkeren',
  description,
  category: '1',
  finished: 'maart 2025',
  contact: 'Jan Jansen, jan@zwolle.nl',
  review: 'dien in',
};

let people = 0;

class History {
  readonly chat: Chat;
  /** Cards that were seen, newest first. */
  readonly #cards: Record<string, unknown>[] = [];

  constructor() {
    people += 1;
    this.chat = place.with({ ...sanne, objectId: `person-${String(people)}` });
  }

  async take(happening: Event): Promise<void> {
    const before = await this.#open();
    const draftsBefore = await this.chat.drafts();
    await this.#act(happening);
    await this.#look();
    await this.#check(before, draftsBefore);
  }

  async #act(happening: Event): Promise<void> {
    switch (happening.kind) {
      case 'say':
        return this.chat.say(happening.text);
      case 'answer':
        return this.chat.say(goodAnswers[(await this.#open())?.step ?? ''] ?? 'hoi');
      case 'tap':
        return this.#tap(happening);
      case 'again':
        return this.#again();
      case 'restart':
        return place.restart();
      case 'crash':
        return this.#crash(happening);
      default:
        return happening satisfies never;
    }
  }

  async #tap({ card, action, text }: Extract<Event, { kind: 'tap' }>): Promise<void> {
    const seen = this.#cards[card % Math.max(1, this.#cards.length)];
    const actions = seen === undefined ? [] : actionsOf({ cards: [seen] });
    const chosen = actions[action % Math.max(1, actions.length)];
    if (chosen === undefined) return;
    const { verb = '', data = {} } = filledIn(chosen, inputsOf(chosen, text));
    const open = await this.#open();
    const reply = await this.chat.send(verb, data);
    const isOld = open !== undefined && data.draft === open.id && data.revision !== open.revision;
    if (isOld) expect(await this.#open()).toEqual(open);
    if (reply.kind === 'card') this.#cards.unshift(reply.card);
    else expect(reply.text).toMatch(/\p{L}/u);
  }

  async #again(): Promise<void> {
    const before = [await this.chat.drafts(), await this.chat.count()];
    await this.chat.again();
    expect([await this.chat.drafts(), await this.chat.count()]).toEqual(before);
  }

  /** The disk fails at some commit, the process dies, Teams brings the same again. */
  async #crash({ where, after, then }: Extract<Event, { kind: 'crash' }>): Promise<void> {
    let left = after;
    place.failCommits((partition) => partition.startsWith(where) && (left -= 1) < 0);
    const failed = await this.#act(then).then(
      () => false,
      (error: unknown) => {
        if (!String(error).includes('disk')) throw error;
        return true;
      },
    );
    place.failCommits(undefined);
    await place.restart();
    if (failed) await this.chat.again();
  }

  async #look(): Promise<void> {
    for (const { card } of await this.chat.messages()) {
      if (!this.#cards.some((seen) => JSON.stringify(seen) === JSON.stringify(card)))
        this.#cards.unshift(card);
    }
    this.#cards.splice(12);
  }

  async #open(): Promise<Draft | undefined> {
    return (await this.chat.drafts()).find(({ status }) => status === 'open');
  }

  async #check(before: Draft | undefined, draftsBefore: Draft[]): Promise<void> {
    const drafts = await this.chat.drafts();
    expect(
      drafts.filter(({ status }) => status === 'open' || status === 'handing-in').length,
    ).toBeLessThanOrEqual(1);
    const after = drafts.find(({ id }) => id === before?.id);
    if (before !== undefined && after !== undefined) expectNothingLost(before, after);
    expect(drafts.map(({ id }) => id)).toEqual(expect.arrayContaining(draftsBefore.map(({ id }) => id)));
    for (const draft of drafts) await expectOneSubmission(draft);
    const messages = await this.chat.messages();
    const living = messages.filter(({ kind }) => kind === 'intake-card');
    expect(living.length).toBe(drafts.filter(({ status }) => status !== 'discarded').length);
    const receipts = messages.filter(({ kind }) => kind === 'receipt');
    expect(receipts).toHaveLength(drafts.filter(({ status }) => status === 'handed-in').length);
  }

  /** As the reader of the feed does. */
  async #finishHandingIns(): Promise<void> {
    for (const { id, status, submitter } of await this.chat.drafts()) {
      if (status === 'handing-in') await finishHandingIn(place.world.store, personPartition(submitter), id);
    }
  }

  /** From wherever it is, the right answers lead to a receipt. */
  async finish(): Promise<void> {
    const handedIn = (await this.chat.drafts()).filter(({ status }) => status === 'handed-in').length;
    if ((await this.#open()) === undefined) await this.chat.say('nieuw');
    for (let turn = 0; turn < 12 && (await this.#open()) !== undefined; turn += 1) {
      const open = await this.#open();
      await this.chat.say(open?.startingOver ? 'nee' : (goodAnswers[open?.step ?? ''] ?? 'verder'));
    }
    expect((await this.chat.newest()).kind).toBe('receipt');
    expect((await this.chat.drafts()).filter(({ status }) => status === 'handed-in')).toHaveLength(
      handedIn + 1,
    );
  }
}

/** An answer goes only when whose it is changes, and a draft only when its owner confirmed. */
function expectNothingLost(before: Draft, after: Draft): void {
  const gone = Object.keys(before.answers).filter((field) => !(field in after.answers));
  expect(gone).toEqual(
    before.answers.whose === after.answers.whose ? [] : expect.not.arrayContaining(['title']),
  );
  if (after.status === 'discarded') expect(before.startingOver).toBe(true);
  expect(after.revision).toBeGreaterThanOrEqual(before.revision);
}

async function expectOneSubmission(draft: Draft): Promise<void> {
  const submission = await submissionOf(place.world.store, draft.id);
  if (draft.status === 'handed-in') {
    expect(submission).toMatchObject({ ...draft.answers, id: draft.id, submittedAt: draft.handedInAt });
  } else expect(submission).toBeUndefined();
}

function inputsOf(action: CardAction, text: string): Record<string, string> {
  return Object.fromEntries(action.inputs.slice(0, 1).map(({ id }) => [id, text]));
}

test('any history keeps every answer, hands in once, and can be finished', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (history) => {
      const story = new History();
      for (const happening of history) await story.take(happening);
      await story.finish();
    }),
    { numRuns: runs(200, 5_000) },
  );
  const numbers = (await place.submissions()).map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
}, 3_600_000);
