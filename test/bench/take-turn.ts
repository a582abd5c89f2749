import { tenants, type Bot } from './bots.ts';
import type { BenchConnector } from './bench-connector.ts';

/** Somebody with a personal chat of their own. */
export interface BenchPerson {
  id: string;
  tenantId: string;
  conversationId: string;
}

/** What they do: say something, or tap an action of a card. */
export type Deed = { type: 'message'; text: string } | { type: 'invoke'; name: string; value: unknown };

export interface Turn {
  /** From Teams' request to both the answer to it and the bot's message. */
  ms: number;
  /** The bot's message. */
  posted: unknown;
}

export function benchPerson(bot: Bot, number: number): BenchPerson {
  const id = `be000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { id, tenantId: tenants[number % tenants.length] ?? '', conversationId: `a:${bot.name}-${number}` };
}

let activities = 0;

export async function takeTurn(
  bot: Bot,
  connector: BenchConnector,
  person: BenchPerson,
  deed: Deed,
): Promise<Turn> {
  const body = JSON.stringify(activityOf(connector, person, deed));
  const begun = performance.now();
  const posted = connector.nextPost(person.conversationId);
  const response = await fetch(`${bot.address}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...bot.headers },
    body,
  });
  if (!response.ok) throw new Error(`${bot.name} answered ${response.status}`);
  await response.arrayBuffer();
  const message = await posted;
  return { ms: performance.now() - begun, posted: message };
}

function activityOf({ serviceUrl }: BenchConnector, person: BenchPerson, deed: Deed) {
  const { id, tenantId, conversationId } = person;
  activities += 1;
  return {
    ...deed,
    id: `${Date.now()}${activities}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${id}`, name: 'Iemand', aadObjectId: id },
    recipient: { id: '28:bot', name: 'GemeenteDelers' },
    conversation: { id: conversationId, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'nl-NL',
  };
}
