import { z } from 'zod';
import { actionsOf } from '../card-actions.ts';
import type { Dialog, DialogAnswer } from '../page-api.ts';
import { adaptiveCardType, checkCard } from './card-rules.ts';
import { maxBodyBytes } from './connector-gate.ts';
import type { Core } from './core.ts';
import type { BotAnswer } from './deliver.ts';

/** The invokes of dialogs: the first asks for one, the second comes out of one. */
export type DialogInvoke = 'task/fetch' | 'task/submit';

const length = z.union([z.enum(['small', 'medium', 'large']), z.number().positive()]).default('small');

/**
 * What the bot answers; Teams also knows a page in place of a card, which the simulator does not draw.
 * Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
const taskAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string().min(1) }),
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().default(''),
        height: length,
        width: length,
        card: z.object({ contentType: z.literal(adaptiveCardType), content: z.unknown() }),
      }),
    }),
  ]),
});

/** What Teams shows of the bot's answer; what it does not take is noted. */
export function readDialogAnswer(
  core: Core,
  answer: BotAnswer,
  invoke: DialogInvoke,
  on: Dialog['on'],
): DialogAnswer {
  if (answer.kind === 'unreachable') {
    if (answer.reason === 'TimeoutError') core.violation('invoke-time-out', invoke);
    return { kind: 'unreachable' };
  }
  if (answer.status !== 200) {
    core.violation('invoke-status', `HTTP ${answer.status}`);
    return { kind: 'unreachable' };
  }
  // Nothing closes a dialog; where none is open, Teams has nothing to show.
  if (answer.body === undefined && invoke === 'task/submit') return { kind: 'closed' };
  const task = taskAnswer.safeParse(answer.body).data?.task;
  if (task === undefined) {
    core.violation('invoke-answer', JSON.stringify({ invoke, body: answer.body }));
    return { kind: 'unreachable' };
  }
  if (task.type === 'message') return { kind: 'message', text: task.value };
  const { title, width, height, card } = task.value;
  if (!isShown(core, card.content)) return { kind: 'unreachable' };
  return { kind: 'dialog', title, card: card.content, size: { width, height }, on };
}

/** Whether Teams draws a dialog's card; what would not work in it is noted. */
function isShown(core: Core, card: unknown): boolean {
  const bytes = Buffer.byteLength(JSON.stringify(card ?? null));
  if (bytes > maxBodyBytes) {
    core.violation('size', `a dialog's card of ${bytes} bytes`);
    return false;
  }
  if (checkCard(core, card) !== undefined) return false;
  for (const { type, title, data } of actionsOf({ cards: [card] })) {
    // Only an Action.Submit comes out of a dialog.
    if (type !== 'Action.Submit') core.violation('dialog-card', `${type} "${title ?? ''}"`);
    // Source: github.com/MicrosoftDocs/msteams-docs/issues/1639
    if ('msteams' in data) core.violation('dialog-card', `msteams in the data of "${title ?? ''}"`);
  }
  return true;
}
