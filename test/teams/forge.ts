import type { Person } from './people.ts';
import { messageActivity, personalPlace, type Activity } from './server/activities.ts';
import type { Core } from './server/core.ts';
import type { TokenChanges } from './server/tokens.ts';

/** What somebody who is not Teams could send the bot; for the tests of its gate. */
export interface Forge {
  /** The token that goes with an activity, changed. */
  botToken: (changes?: TokenChanges) => Promise<string>;
  /** A tab's token, changed. */
  tabToken: (person: Person, changes?: TokenChanges) => Promise<string>;
  /** A right activity, not sent. */
  messageActivity: (person: Person, text: string) => Activity;
  /** Posts a body to the bot's endpoint; anything but a string as JSON. */
  postRaw: (body: unknown, headers?: Record<string, string>) => Promise<{ status: number; text: string }>;
}

export function makeForge(core: Core): Forge {
  return {
    botToken: (changes) => core.tokens.forBot(changes),
    tabToken: (person, changes) => core.tokens.forTab(person, changes),
    messageActivity(person, text) {
      const id = core.state.newMessageId(core.now());
      return messageActivity(core, person, personalPlace(core, person), { id, text });
    },
    async postRaw(body, headers = {}) {
      const response = await fetch(`${core.botAddress()}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        redirect: 'manual',
      });
      return { status: response.status, text: await response.text() };
    },
  };
}
