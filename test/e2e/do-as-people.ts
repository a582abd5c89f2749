import type { MessageView, TapAnswer } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import { actionsOf, type CardAction } from '../teams/card-actions.ts';
import { textOf } from '../teams/card-text.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';

/** What people do in the app, as functions: each waits until the person sees what comes of it. */

export interface Initiative {
  municipality: string;
  title: string;
  description: string;
  category: string;
  finished: string;
  proof: string;
  contact: string;
}

export function initiative(changes: Partial<Initiative> = {}): Initiative {
  return {
    municipality: 'Utrecht',
    title: 'Reizende luisterpaal',
    description:
      'Een omgebouwde praatpaal reist langs de wijken; inwoners vertellen wat zij van de plannen vinden.',
    category: 'Direct',
    finished: `maart ${new Date().getFullYear() - 1}`,
    proof: 'In een jaar kwamen 1.400 ideeën binnen; 60 zijn er uitgevoerd.',
    contact: 'Sanne de Wit, sanne.dewit@utrecht.example',
    ...changes,
  };
}

/** The newest message of the bot in somebody's personal chat. */
export function lastOfBot(app: App, person: Person): MessageView | undefined {
  return app.simulator
    .messages(person)
    .filter((message) => message.from.isBot && message.deleted !== true)
    .at(-1);
}

/** What is said at each step that the example edition may ask. */
const answers: Record<string, (entered: Initiative) => string> = {
  whose: () => 'eigen gemeente',
  participant: (entered) => entered.municipality,
  partners: () => 'geen',
  title: (entered) => entered.title,
  description: (entered) => entered.description,
  similar: () => 'nieuw',
  category: (entered) => entered.category,
  finished: (entered) => entered.finished,
  proof: (entered) => entered.proof,
  conditions: () => 'alles ja',
  'own-website': () => 'overslaan',
  contact: (entered) => entered.contact,
  'contact-there': () => 'overslaan',
  consent: () => 'ja',
};

/** What to say to a card: by the step that it asks. `undefined` when it asks nothing. */
export function answerTo(cards: readonly unknown[], entered: Initiative): string | undefined {
  const asked = askedOn(cards);
  return asked === undefined ? undefined : answers[asked]?.(entered);
}

function askedOn(cards: readonly unknown[]): string | undefined {
  return /"step":"([a-z-]+)"/.exec(JSON.stringify(cards))?.[1];
}

/** Waits until the question of that step, or the action of that verb, is what the newest message of the bot shows. */
export async function untilAsked(app: App, person: Person, stepOrVerb: string): Promise<MessageView> {
  const card = new RegExp(`"(step|verb)":"${stepOrVerb}"`);
  return waitFor(
    `the card of ${stepOrVerb}`,
    () => {
      const last = lastOfBot(app, person);
      return last !== undefined && card.test(JSON.stringify(last.cards)) && last;
    },
    60_000,
  );
}

/** Answers every question, so that only handing in is left. @returns the card with everything on it */
export async function fillIn(app: App, person: Person, entered: Initiative): Promise<MessageView> {
  await app.simulator.say(person, 'hoi');
  return goOn(app, person, entered, { from: 'whose' });
}

/** The same from a question that stands, until another does or only handing in is left. */
export async function goOn(
  app: App,
  person: Person,
  entered: Initiative,
  { from, until }: { from: string; until?: string },
): Promise<MessageView> {
  let asked = await untilAsked(app, person, from);
  for (;;) {
    const answer = askedOn(asked.cards) === until ? undefined : answerTo(asked.cards, entered);
    if (answer === undefined) return asked;
    await app.simulator.say(person, answer);
    asked = await untilAskedNext(app, person, askedOn(asked.cards) ?? '');
  }
}

async function untilAskedNext(app: App, person: Person, answered: string): Promise<MessageView> {
  return waitFor(
    `what is asked after ${answered}`,
    () => {
      const last = lastOfBot(app, person);
      const asked = last === undefined ? undefined : askedOn(last.cards);
      return asked !== undefined && asked !== answered && last;
    },
    60_000,
  );
}

/** Hands in an initiative in conversation. @returns its number, as the receipt says it */
export async function handIn(app: App, person: Person, entered: Initiative): Promise<string> {
  const review = await fillIn(app, person, entered);
  await app.simulator.tap(person, review.id, 'intake.hand-in');
  return waitFor('a receipt', () => numbersSeen(app, person).at(-1), 60_000);
}

/** Every number that this person was told. */
export function numbersSeen(app: App, person: Person): string[] {
  const texts = app.simulator.messages(person).map(textOf);
  return [...new Set(texts.flatMap((text) => text.match(/GD27-\d{4,}/g) ?? []))];
}

/** The one post about it in the jury channel, as this person sees it. */
export function juryPosts(app: App, person: Person, title: string): MessageView[] {
  return app.simulator
    .messages(person, app.simulator.channel.id)
    .filter((message) => message.from.isBot && message.deleted !== true && textOf(message).includes(title));
}

export async function juryPost(app: App, person: Person, title: string): Promise<MessageView> {
  return waitFor(`the post about ${title}`, () => juryPosts(app, person, title)[0], 60_000);
}

/** Opens the sheet unless it lies open already, gives every criterion this score, hands in. */
export async function score(
  app: App,
  judge: Person,
  title: string,
  value: string,
  inputs: Record<string, string> = {},
): Promise<TapAnswer> {
  const post = await juryPost(app, judge, title);
  if (handsIn(post) === undefined) {
    const opened = await app.simulator.tap(judge, post.id, 'sheet.open');
    if (opened.kind !== 'card') return opened;
  }
  // An edit that was under way as it opened puts the post back for a moment.
  const hands = await waitFor('the open sheet', async () => handsIn(await juryPost(app, judge, title)));
  const scores = hands.inputs
    .filter(({ id }) => id.startsWith('score.'))
    .map(({ id }): [string, string] => [id, value]);
  return app.simulator.tap(judge, post.id, 'sheet.hand-in', { ...Object.fromEntries(scores), ...inputs });
}

function handsIn(post: MessageView): CardAction | undefined {
  return actionsOf(post).find((action) => action.verb === 'sheet.hand-in');
}

/** What the tab's API answers this person; the first server's unless told. */
export async function askTab(
  app: App,
  person: Person,
  path: string,
  address = app.bot.address,
): Promise<{ status: number; body: unknown }> {
  const token = await app.simulator.tabToken(person);
  const response = await fetch(`${address}/api/tab${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': person.locale },
  });
  return { status: response.status, body: await response.json() };
}
