import type { MessageView, TapAnswer } from '../teams/page-api.ts';
import type { Person } from '../teams/people.ts';
import type { SayOptions } from '../teams/simulator.ts';
import { textOf } from '../teams/card-text.ts';
import { waitFor } from '../wait-for.ts';
import type { App } from './app.ts';

/** Says it in the personal chat. @returns what the bot then shows, once its newest message contains `sentence` */
export async function sayAndHear(
  app: App,
  person: Person,
  said: string,
  sentence: string,
  options?: SayOptions,
): Promise<MessageView> {
  const id = await app.simulator.say(person, said, options);
  let heard: MessageView | undefined;
  return waitFor(`an answer that contains "${sentence}"`, () => {
    heard = botMessagesAfter(app, person, id).at(-1);
    return heard !== undefined && textOf(heard).includes(sentence) && heard;
  }).catch((error: unknown) => {
    throw new Error(`instead: ${heard === undefined ? 'nothing' : textOf(heard)}`, { cause: error });
  });
}

/** What the bot said to somebody after their own message. */
function botMessagesAfter(app: App, person: Person, messageId: string): MessageView[] {
  const messages = app.simulator.messages(person);
  const own = messages.findIndex(({ id }) => id === messageId);
  return messages.slice(own + 1).filter((message) => message.from.isBot && message.deleted !== true);
}

/** What Teams got for the newest taps of somebody, oldest first: for what one answer shows and another does not. */
export function answersTo(app: App, person: Person, count: number): string[] {
  return app.simulator.deliveries
    .filter(({ activity }) => activity.type === 'invoke' && JSON.stringify(activity).includes(person.id))
    .slice(-count)
    .map(({ answer }) => JSON.stringify(answer));
}

/** The sentence that a tap was refused with; anything but a sentence, the app out of reach included, is an error. */
export function sentenceOf(answer: TapAnswer): string {
  if (answer.kind !== 'error' || answer.text.trim() === '') throw new Error(JSON.stringify(answer));
  return answer.text;
}
