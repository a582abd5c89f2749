import type { Server } from 'restify';
import { z } from 'zod';
import { previewEdition } from '../../../bot/cards/edition-preview.ts';
import { drawPersonal } from '../../../bot/cards/personal-message.ts';
import type { TapsContext } from '../../../bot/cards/taps.ts';
import { createEditionDesk } from '../../../bot/commands/edition-desk.ts';
import { askOrganiser } from '../../../bot/conversation/ask-organiser.ts';
import { feedbackWords } from '../../../bot/conversation/feedback-words.ts';
import { createConversation } from '../../../bot/conversation/converse.ts';
import { readAddresses } from '../../../bot/conversation/reading/read-addresses.ts';
import type { PersonKey } from '../../../bot/domain/person.ts';
import { rankRound } from '../../../bot/domain/ranking/rank-round.ts';
import { addTab } from '../../../bot/http/tab/add-tab.ts';
import { createHttpServer } from '../../../bot/http/server.ts';
import type { TabGate } from '../../../bot/http/tab/tab-gate.ts';
import type { HttpLog } from '../../../bot/http/tab/tab-door.ts';
import { exportWords } from '../../../bot/texts/export-words.ts';
import type { RankElsewhere } from '../../../bot/use-cases/cut/cut-place.ts';
import type { JudgeContacts } from '../../../bot/use-cases/chasing/judge-contacts.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createJudgeContacts } from '../../../bot/views/judge-contacts.ts';
import { tabLink } from '../../cards/jury-samples.ts';

/** The doors of the app over a world, put together as `main.ts` does. */

export function tapsContext(world: World, contacts: JudgeContacts = createJudgeContacts()): TapsContext {
  const conversation = createConversation(world, { ...askOrganiser(world), draw: drawPersonal });
  return { world, contacts, deepLink: tabLink, conversation };
}

/** As it is, less often drawn. */
export const rankQuickly: RankElsewhere = async (input) =>
  rankRound({ ...input, settings: { ...input.settings, draws: 10 } });

/** The tab's door, over HTTP. */
export interface Tab {
  server: Server;
  address: string;
  headersOf(person: PersonKey): Record<string, string>;
  ask(person: PersonKey, path: string): Promise<{ status: number; body: string }>;
  act(person: PersonKey, path: string, body: unknown): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

const silent: HttpLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openTab(
  world: World,
  log: HttpLog = silent,
  contacts: JudgeContacts = createJudgeContacts(),
): Promise<Tab> {
  const server = createHttpServer({ waitingFor: () => [] });
  const streams = addTab(server, {
    ...{ world, gate: openGate, log, contacts, exportWords, feedbackWords },
    ...{ rank: rankQuickly, chatLink: 'https://teams.example/chat' },
    editionDesk: { ...createEditionDesk(), preview: previewEdition, readAddresses },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address();
  const address = `http://127.0.0.1:${port}`;
  const headersOf: Tab['headersOf'] = ({ tenantId, objectId }) => ({
    authorization: `Bearer ${JSON.stringify([tenantId, objectId])}`,
  });
  return {
    ...{ server, address, headersOf },
    async ask(person, path) {
      const controller = new AbortController();
      const response = await fetch(address + path, {
        headers: headersOf(person),
        signal: controller.signal,
      });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      const body = isStream ? 'a stream' : await response.text();
      if (isStream) controller.abort();
      return { status: response.status, body };
    },
    async act(person, path, body) {
      const response = await fetch(address + path, {
        method: 'POST',
        headers: { ...headersOf(person), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.text() };
    },
    async close() {
      streams.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

const token = z.tuple([z.string(), z.string()]);

/** Believes what it is told: who is let in at all is another test's. */
const openGate: TabGate = async (authorization = '') => {
  const [tenantId, objectId] = token.parse(JSON.parse(authorization.slice('Bearer '.length)));
  const visitor = { tenantId, objectId, name: 'Bezoeker', expiresAt: Date.now() / 1000 + 3_600 };
  return { kind: 'visitor', visitor };
};
