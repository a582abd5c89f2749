import { z } from 'zod';
import type { SearchRequest, TapAnswer, TapRequest } from '../page-api.ts';
import type { Person } from '../people.ts';
import { invokeActivity, messageActivity } from './activities.ts';
import type { Core } from './core.ts';
import { deliver } from './deliver.ts';
import { asksForDialog, openDialog } from './dialog.ts';
import { invokeAction } from './invoke-action.ts';
import { RefusedError } from './refused-error.ts';
import { say } from './say.ts';
import type { Message } from './state.ts';
import { tappedMessage } from './tapped-message.ts';

export const tapRequest = z.object({
  person: z.string(),
  conversation: z.string(),
  messageId: z.string(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  theme: z.enum(['default', 'dark', 'contrast']).optional(),
}) satisfies z.ZodType<TapRequest>;

/** A person taps an action of a card. */
export async function tap(core: Core, person: Person, request: TapRequest): Promise<TapAnswer> {
  const message = tappedMessage(core, person, request);
  const { action } = request;
  if (action.type === 'Action.Execute') return invokeAction(core, message, person, action, 'manual');
  if (asksForDialog(action)) return openDialog(core, person, request);
  return submit(core, person, message, action.data ?? {});
}

/** What Teams makes of `data.msteams`. Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
const teamsData = z
  .union([
    z.object({ type: z.literal('imBack'), value: z.string() }),
    z.object({ type: z.literal('messageBack'), text: z.string().optional(), value: z.unknown().optional() }),
  ])
  .optional();

async function submit(
  core: Core,
  person: Person,
  message: Message,
  data: Record<string, unknown>,
): Promise<TapAnswer> {
  const { msteams, ...rest } = data;
  const asked = readTeamsData(msteams);
  const { conversation } = message;
  const root = message.root ?? message.id;
  if (asked?.type === 'imBack') {
    const request = { person: person.id, conversation, text: asked.value, replyTo: root };
    await say(core, person, request).heard;
    return { kind: 'card' };
  }
  const activity = messageActivity(
    core,
    person,
    { conversation, root },
    {
      id: core.state.newMessageId(core.now()),
      text: asked?.text,
      value: asked?.value ?? rest,
      replyToId: message.id,
    },
  );
  const answer = await deliver(core, activity);
  const isHeard = answer.kind === 'answered' && answer.status < 300;
  return isHeard ? { kind: 'card' } : { kind: 'unreachable' };
}

function readTeamsData(msteams: unknown): z.infer<typeof teamsData> {
  const { success, data } = teamsData.safeParse(msteams);
  if (success) return data;
  throw new RefusedError(501, 'NotImplemented', 'The simulator knows imBack, messageBack and task/fetch.');
}

export const searchRequest = z.object({
  person: z.string(),
  conversation: z.string(),
  messageId: z.string(),
  dataset: z.string(),
  text: z.string(),
}) satisfies z.ZodType<SearchRequest>;

const searchAnswer = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

export type SearchResults = z.infer<typeof searchAnswer>['value'];

/** A person types in a choice set with `Data.Query`; an answer that Teams can not read shows nothing. */
export async function search(core: Core, person: Person, request: SearchRequest): Promise<SearchResults> {
  const message = tappedMessage(core, person, request);
  const place = { conversation: message.conversation, root: message.root ?? message.id };
  const value = {
    queryText: request.text,
    queryOptions: { skip: 0, top: 15 },
    dataset: request.dataset,
  };
  const invoke = { name: 'application/search', value, replyToId: message.id };
  const answer = await deliver(core, invokeActivity(core, person, place, invoke));
  const read = answer.kind === 'answered' ? searchAnswer.safeParse(answer.body) : undefined;
  if (read?.success) return read.data.value;
  if (answer.kind === 'answered') core.violation('invoke-answer', JSON.stringify(answer));
  return { results: [] };
}
