import type { Logger } from 'pino';
import type { InboundEvent, Tapped, TapReply } from '../conversation/inbound-event.ts';
import { answerDialog } from './answer-dialog.ts';
import { attempt, type Attempt } from './attempt.ts';
import type { SentencesOf, TeamsHandlers } from './handlers.ts';
import { invokeAnswer, invokeError, unchanged, type InvokeAnswer } from './invoke-answer.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** How a turn ended: what is logged, and what Teams hears. */
export interface TurnEnd {
  outcome: string;
  status: 200 | 500;
  /** What stands in the answer to an invoke; absent: nothing does. */
  body?: unknown;
}

export interface Answering {
  handlers: TeamsHandlers;
  sentences: SentencesOf;
  log: Log;
  /** Teams gives up after 10 to 15 seconds; what is not ready by then goes on without it. */
  answerWithinMs: number;
}

/** Hands an event to its handler, and makes of that, whatever happens, an answer that Teams understands. */
export async function answerEvent(event: InboundEvent, turn: string, how: Answering): Promise<TurnEnd> {
  const { handlers } = how;
  switch (event.kind) {
    case 'tapped':
      return answerTap(event, turn, how);
    case 'dialog-opened':
    case 'dialog-submitted':
      return answerDialog(event, turn, how);
    case 'said':
      return endOf(await attempt(() => handlers.said(event), turn, how), 500);
    case 'mentioned':
      return endOf(await attempt(() => handlers.mentioned(event), turn, how), 500);
    case 'place-changed':
      return endOf(await attempt(() => handlers.placeChanged(event), turn, how), 500);
    case 'talked':
      return endOf(await attempt(() => handlers.talked(event), turn, how), 500);
    case 'arrived':
      // Teams has cut off bots that failed at its own announcements.
      return endOf(await attempt(() => handlers.arrived(event), turn, how), 200);
    default:
      return event satisfies never;
  }
}

function endOf({ kind }: Attempt<void>, failure: 200 | 500): TurnEnd {
  return { outcome: kind, status: kind === 'failed' ? failure : 200 };
}

async function answerTap(event: Tapped, turn: string, how: Answering): Promise<TurnEnd> {
  const result = await attempt(() => how.handlers.tapped(event), turn, how);
  return { outcome: outcomeOf(result), status: 200, body: tapBody(event, result, how) };
}

function outcomeOf(result: Attempt<TapReply>): string {
  return result.kind === 'done' && result.value.kind === 'error'
    ? `said no: ${result.value.code}`
    : result.kind;
}

/** Teams stops asking for newer views after a refresh that failed, so none does. */
function tapBody(event: Tapped, result: Attempt<TapReply>, { sentences }: Answering): InvokeAnswer {
  if (result.kind === 'done' && !(event.automatic && result.value.kind === 'error')) {
    return invokeAnswer(result.value);
  }
  if (event.automatic) return unchanged;
  const { failed, stillWorking } = sentences(event.person.language);
  return result.kind === 'late'
    ? invokeAnswer({ kind: 'message', text: stillWorking })
    : invokeError(500, 'failed', failed);
}
