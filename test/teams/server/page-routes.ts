import { z } from 'zod';
import type { FaultPlan, MessageView, OutboundFault, PersonView } from '../page-api.ts';
import { everybody, type Person } from '../people.ts';
import { conversationsOf, checkMember, openConversation } from './conversations.ts';
import type { Core } from './core.ts';
import { tapInDialog } from './dialog.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { RefusedError } from './refused-error.ts';
import { say, sayRequest } from './say.ts';
import { tabContext } from './tab-context.ts';
import { search, searchRequest, tap, tapRequest } from './tap.ts';
import { refreshOnSight, viewOf } from './views.ts';
import { personById } from './world.ts';

/** What the simulator's page asks; the shapes are in page-api.ts. */
export function pageRoutes(core: Core): Route[] {
  const get = (path: string, answer: Route['answer']): Route => ({
    method: 'GET',
    path: `/simulator/api/${path}`,
    answer,
  });
  const post = (path: string, answer: Route['answer']): Route => ({ ...get(path, answer), method: 'POST' });
  return [
    get('people', () => json(everybody.map(personView))),
    get('conversations', (call) => json(conversationsOf(core, askedPerson(call)))),
    get('messages', (call) => json(lookAt(core, call))),
    get('tab-context', (call) =>
      json(tabContext(core, askedPerson(call), call.url.searchParams.get('theme'))),
    ),
    get('events', (call) => events(core, call)),
    get('faults', () => json(core.faults.plan())),
    get('violations', () => json(core.violations)),
    post('say', (call) => answerSay(core, call)),
    post('tap', (call) => answerTap(core, call, tap)),
    post('dialog', (call) => answerTap(core, call, tapInDialog)),
    post('search', (call) => answerSearch(core, call)),
    post('tab-token', async (call) => {
      const { person } = call.json(z.object({ person: z.string() }));
      return json({ token: await core.tokens.forTab(known(person)) });
    }),
    { ...get('faults', (call) => setFaults(core, call)), method: 'PUT' },
  ];
}

function personView({ id, name, description, kind, locale }: Person): PersonView {
  return { id, name, description, kind, locale };
}

/** Looking at a conversation opens it, marks it as read and lets its cards refresh; none of it is waited for. */
function lookAt(core: Core, call: Call): MessageView[] {
  const person = askedPerson(call);
  const conversation = call.url.searchParams.get('conversation') ?? '';
  checkMember(core, person, conversation);
  core.inBackground(openConversation(core, person, conversation));
  const messages = core.state.messages(conversation);
  core.inBackground(refreshOnSight(core, messages, person));
  if (core.state.unread(person.id, conversation) > 0) {
    core.state.setSeen(person.id, conversation);
    core.events.tell(person.id, { kind: 'conversations' });
  }
  return messages.map((message) => viewOf(core, message, person));
}

function events(core: Core, call: Call): Reply {
  const person = askedPerson(call);
  return { kind: 'stream', open: (response) => core.events.open(person.id, response) };
}

/** What was said is on screen at once; how long the bot takes is the bot's affair. */
function answerSay(core: Core, call: Call): Reply {
  const request = call.json(sayRequest);
  const { message, heard } = say(core, known(request.person), request);
  core.inBackground(heard);
  return json({ messageId: message.id });
}

async function answerTap(core: Core, call: Call, answer: typeof tap | typeof tapInDialog): Promise<Reply> {
  const request = call.json(tapRequest);
  return json(await answer(core, known(request.person), request));
}

async function answerSearch(core: Core, call: Call): Promise<Reply> {
  const request = call.json(searchRequest);
  return json(await search(core, known(request.person), request));
}

const outboundFault = z.object({
  on: z.enum(['send', 'edit', 'delete', 'any']),
  how: z.enum(['429', '412', '500', '502', 'slow', 'cut-before', 'cut-after']),
  taken: z.boolean().optional(),
  times: z.union([z.literal('each-once'), z.int().min(-1)]),
}) satisfies z.ZodType<OutboundFault>;

const faultPlan = z.object({
  outbound: z.array(outboundFault),
  inbound: z.object({ mode: z.enum(['none', 'same-id', 'new-id', 'at-once']) }),
}) satisfies z.ZodType<FaultPlan>;

function setFaults(core: Core, call: Call): Reply {
  core.faults.setPlan(call.json(faultPlan));
  return json(core.faults.plan());
}

function askedPerson({ url }: Call): Person {
  return known(url.searchParams.get('person') ?? '');
}

function known(id: string): Person {
  const person = personById(id);
  if (!person) throw new RefusedError(404, 'NotFound', `There is nobody with the id ${id}.`);
  return person;
}
