import type { DialogOpened, DialogReply, DialogSubmitted } from '../conversation/inbound-event.ts';
import type { Answering, TurnEnd } from './answer-event.ts';
import { attempt, type Attempt } from './attempt.ts';
import { dialogAnswer, smallDialog } from './dialog-answer.ts';

/** In a dialog Teams waits 5 seconds, then it asks again, twice. */
const dialogWithinMs = 4_000;

/** The opening of a dialog is always answered with a dialog, an action in one never with a failure. */
export async function answerDialog(
  event: DialogOpened | DialogSubmitted,
  turn: string,
  how: Answering,
): Promise<TurnEnd> {
  const { handlers } = how;
  const work = async (): Promise<DialogReply | undefined> =>
    event.kind === 'dialog-opened' ? handlers.dialogOpened(event) : handlers.dialogSubmitted(event);
  const answerWithinMs = Math.min(how.answerWithinMs, dialogWithinMs);
  const result = await attempt(work, turn, { ...how, answerWithinMs });
  const reply = replyOf(event, result, how);
  const body = event.kind === 'dialog-opened' ? openingAnswer(reply, event, how) : dialogAnswer(reply);
  return { outcome: outcomeOf(result), status: 200, body };
}

function replyOf(
  { person }: DialogOpened | DialogSubmitted,
  result: Attempt<DialogReply | undefined>,
  { sentences }: Answering,
): DialogReply {
  const { failed, stillWorking, dialogGone } = sentences(person.language);
  switch (result.kind) {
    case 'done':
      return result.value ?? { kind: 'close-with-message', text: dialogGone };
    case 'late':
      return { kind: 'close-with-message', text: stillWorking };
    case 'failed':
      return { kind: 'error', text: failed };
    default:
      return result satisfies never;
  }
}

/** Where nothing is open yet, Teams shows nothing of an answer that only closes, and an empty box for a sentence. */
function openingAnswer(reply: DialogReply, { person }: DialogOpened, { sentences }: Answering): unknown {
  switch (reply.kind) {
    case 'dialog':
      return dialogAnswer(reply);
    case 'close':
      return smallDialog(sentences(person.language).dialogGone);
    case 'close-with-message':
    case 'error':
      return smallDialog(reply.text);
    default:
      return reply satisfies never;
  }
}

function outcomeOf(result: Attempt<DialogReply | undefined>): string {
  if (result.kind !== 'done') return result.kind;
  if (result.value === undefined) return 'unknown verb';
  return result.value.kind === 'error' ? 'said no' : 'done';
}
