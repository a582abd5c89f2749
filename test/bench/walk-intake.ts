import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answerTo, initiative, type Initiative } from '../e2e/do-as-people.ts';
import { actionsOf, filledIn, findAction } from '../teams/card-actions.ts';
import type { BenchConnector } from './bench-connector.ts';
import type { Bot } from './bots.ts';
import { someText } from './some-text.ts';
import { benchPerson, takeTurn, type BenchPerson, type Deed } from './take-turn.ts';

/** Milliseconds of every turn, by step, in the order of the steps. */
export type StepTimes = Map<string, number[]>;

interface Step {
  step: string;
  deed: Deed;
}

/** What somebody does first, and after every message of the bot; nothing more when they are done. */
export interface Part {
  first: Step;
  after: (posted: unknown) => Step | undefined;
}

/** People who all talk to one bot. */
export interface Party {
  bot: Bot;
  people: number;
  part: () => Part;
  /** Between two turns of one person: nobody goes faster than Teams lets a bot follow. */
  restMs: number;
}

interface Walker {
  party: Party;
  person: BenchPerson;
  part: Part;
  next: Step;
  notBefore: number;
}

let personCount = 0;

/**
 * Has all people take their turns, each step by everybody before the next; of several parties one after the other.
 * @param atOnce so many turns under way
 */
export async function walkAll(
  connector: BenchConnector,
  atOnce: number,
  parties: readonly Party[],
): Promise<Map<Bot, StepTimes>> {
  const times = new Map(parties.map(({ bot }): [Bot, StepTimes] => [bot, new Map<string, number[]>()]));
  const queue = inTurns(parties);
  const work = async () => {
    for (let walker = queue.shift(); walker !== undefined; walker = queue.shift()) {
      const { party, person, part, next } = walker;
      const waitMs = walker.notBefore - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      const notBefore = performance.now() + party.restMs;
      const { ms, posted } = await takeTurn(party.bot, connector, person, next.deed);
      note(times.get(party.bot), next.step, ms);
      const then = part.after(posted);
      if (then !== undefined) queue.push({ ...walker, next: then, notBefore });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return times;
}

function inTurns(parties: readonly Party[]): Walker[] {
  const most = Math.max(...parties.map(({ people }) => people));
  return Array.from({ length: most }, (_, at) => parties.filter(({ people }) => at < people))
    .flat()
    .map((party) => {
      const part = party.part();
      personCount += 1;
      return { party, person: benchPerson(party.bot, personCount), part, next: part.first, notBefore: 0 };
    });
}

function note(times: StepTimes | undefined, step: string, ms: number): void {
  const ofStep = times?.get(step);
  if (ofStep === undefined) times?.set(step, [ms]);
  else ofStep.push(ms);
}

/** From the first word to the receipt, with an initiative of their own. */
export function wholeIntake(changes: Partial<Initiative> = {}): Part {
  const texts = { title: someText(5, Math.random), description: someText(25, Math.random) };
  const entered = initiative({ ...texts, ...changes });
  return {
    first: { step: 'hoi', deed: { type: 'message', text: 'hoi' } },
    after: (posted) => nextIn(cardsOf(posted), entered),
  };
}

/** As many turns, and the same words, for a bot that asks nothing. */
export function justTalk(turns: number): Part {
  let left = turns;
  const said: Step = { step: 'echo', deed: { type: 'message', text: 'Reizende luisterpaal' } };
  return {
    first: said,
    after: () => {
      left -= 1;
      return left > 0 ? said : undefined;
    },
  };
}

function nextIn(cards: unknown[], entered: Initiative): Step | undefined {
  if (actionsOf({ cards }).some(({ verb }) => verb === 'intake.hand-in')) {
    const action = filledIn(findAction({ cards }, 'intake.hand-in'), {});
    const value = { action, trigger: 'manual' };
    return { step: 'hand in', deed: { type: 'invoke', name: 'adaptiveCard/action', value } };
  }
  const text = answerTo(cards, entered);
  if (text === undefined) return undefined;
  return { step: askedOn(cards), deed: { type: 'message', text } };
}

function askedOn(cards: readonly unknown[]): string {
  return /"step":"([a-z-]+)"/.exec(JSON.stringify(cards))?.[1] ?? '';
}

const activity = z.object({ attachments: z.array(z.object({ content: z.unknown() })) });

function cardsOf(posted: unknown): unknown[] {
  return activity.parse(posted).attachments.map(({ content }) => content);
}
