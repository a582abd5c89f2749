import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRefusal } from '../gate/answer-refusal.ts';
import { checkActivity, type BotDoor, type CheckedActivity } from '../gate/check-activity.ts';
import { createRate, generousLimits, type Rate, type RateLimits } from '../gate/rate.ts';
import { readJsonBody } from '../gate/read-body.ts';
import { RefusedError } from '../gate/refused-error.ts';
import { remoteKeys } from '../gate/signing-keys.ts';
import { verifyBotToken, type BotTrust } from '../gate/verify-bot-token.ts';
import { answerEvent, type Answering, type Log, type TurnEnd } from './answer-event.ts';
import type { SentencesOf, TeamsHandlers } from './handlers.ts';
import { runTurn } from './run-turn.ts';
import { teamsActivitySchema } from './teams-activity.ts';
import { toEvent } from './to-event.ts';

export interface MessagesRouteOptions {
  bot: Omit<BotTrust, 'keys' | 'now'> & BotDoor & { openIdMetadata: string };
  handlers: TeamsHandlers;
  sentences: SentencesOf;
  log: Log;
  /** Told of every turn how it ended. */
  onTurn?: (turn: { kind: string; outcome: string; ms: number }) => void;
  limits?: RateLimits;
  /** Teams itself gives up after 10 to 15 seconds. */
  answerWithinMs?: number;
  now?: () => number;
}

interface Door extends Answering {
  trust: BotTrust;
  bot: BotDoor;
  rate: Rate;
  now: () => number;
}

/** The turn of one request: what its line in the log says, without who or what. */
interface Turn {
  id: string;
  kind: string;
  outcome: string;
}

/**
 * What answers `POST /api/messages`: lets in what Teams signed for us, hands it to the handlers, and answers every invoke
 * with HTTP 200. Reads the raw body itself: no body parser goes before it.
 */
export function messagesRoute(
  options: MessagesRouteOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const door = openDoor(options);
  return async (request, response) => {
    const started = performance.now();
    const turn: Turn = { id: randomUUID(), kind: 'refused', outcome: '' };
    try {
      await answerRequest(request, response, turn, door);
    } catch (error) {
      answerError(response, error, turn, door.log);
    }
    const ms = Math.round(performance.now() - started);
    const { kind, outcome } = turn;
    door.log.info({ turn: turn.id, kind, ms, outcome }, 'turn');
    options.onTurn?.({ kind, outcome, ms });
  };
}

function openDoor(options: MessagesRouteOptions): Door {
  const { bot, handlers, sentences, log, now = Date.now } = options;
  const keys = remoteKeys({
    kind: 'openid-metadata',
    address: bot.openIdMetadata,
    now,
    onFailure: (error) => log.warn({ err: error }, 'the keys of the Bot Framework could not be fetched'),
  });
  const trust = { appId: bot.appId, tokenIssuer: bot.tokenIssuer, keys, now };
  const rate = createRate(options.limits ?? generousLimits);
  const answerWithinMs = options.answerWithinMs ?? 9_000;
  return { trust, bot, rate, handlers, sentences, log, answerWithinMs, now };
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  turn: Turn,
  door: Door,
): Promise<void> {
  const at = new Date(door.now()).toISOString();
  const checked = await letIn(request, door);
  const { status, body, outcome } = await takeTurn(checked, at, turn, door);
  turn.outcome = outcome;
  answer(response, status, body);
}

async function letIn(request: IncomingMessage, door: Door): Promise<CheckedActivity> {
  const token = await verifyBotToken(request.headers.authorization, door.trust);
  const checked = checkActivity(await readJsonBody(request), token, door.bot);
  await door.rate.take(checked.tenantId, checked.sender);
  return checked;
}

/** What is not for us, or not of a shape we know, is taken and left at that. */
async function takeTurn(
  { activity, tenantId }: CheckedActivity,
  at: string,
  turn: Turn,
  door: Door,
): Promise<TurnEnd> {
  turn.kind = 'ignored';
  const parsed = teamsActivitySchema.safeParse(activity);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.'));
    door.log.warn({ turn: turn.id, where }, 'an activity of a shape we do not know');
    return { outcome: 'odd', status: 200 };
  }
  const event = toEvent(parsed.data, { at, tenantId });
  if (event.kind === 'ignored') return { outcome: event.why.slice(0, 60), status: 200 };
  turn.kind = event.kind;
  let end: TurnEnd = { outcome: 'no answer', status: 500 };
  const invokeResponse = await runTurn(activity, async (context) => {
    end = await answerEvent(event, turn.id, door);
    if (end.body === undefined) return;
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: end.body } });
  });
  return { ...end, body: invokeResponse?.body };
}

function answerError(response: ServerResponse, error: unknown, turn: Turn, log: Log): void {
  if (error instanceof RefusedError) {
    turn.outcome = error.code;
    answerRefusal(response, error);
    return;
  }
  log.error({ turn: turn.id, err: error }, 'a turn failed');
  turn.outcome = 'failed';
  answer(response, 500, undefined);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (body !== undefined) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
