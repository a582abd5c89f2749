import { z } from 'zod';
import type { DialogAnswer, TapRequest } from '../page-api.ts';
import type { Person } from '../people.ts';
import { invokeActivity } from './activities.ts';
import type { Core } from './core.ts';
import { deliverFromDialog } from './deliver.ts';
import { readDialogAnswer, type DialogInvoke } from './dialog-answer.ts';
import { tappedMessage } from './tapped-message.ts';

const dialogData = z.object({ msteams: z.object({ type: z.literal('task/fetch') }) });

/** Whether what an action does is open a dialog. */
export function asksForDialog({ type, data }: TapRequest['action']): boolean {
  return type === 'Action.Submit' && dialogData.safeParse(data).success;
}

/** A person taps an action that asks for a dialog. */
export async function openDialog(core: Core, person: Person, request: TapRequest): Promise<DialogAnswer> {
  return ask(core, person, request, 'task/fetch');
}

/** A person taps an action of the card in a dialog. Only an `Action.Submit` comes out of one. */
export async function tapInDialog(core: Core, person: Person, request: TapRequest): Promise<DialogAnswer> {
  if (request.action.type !== 'Action.Submit') return { kind: 'unreachable' };
  return ask(core, person, request, 'task/submit');
}

async function ask(
  core: Core,
  person: Person,
  request: TapRequest,
  name: DialogInvoke,
): Promise<DialogAnswer> {
  const { action, theme = 'default' } = request;
  const { conversation, root, id: messageId } = tappedMessage(core, person, request);
  const value = { data: action.data ?? {}, context: { theme } };
  const invoke = { name, value, replyToId: messageId };
  const activity = invokeActivity(core, person, { conversation, root: root ?? messageId }, invoke);
  const answer = await deliverFromDialog(core, activity);
  return readDialogAnswer(core, answer, name, { conversation, messageId });
}
