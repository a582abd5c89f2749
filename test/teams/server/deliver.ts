import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Activity } from './activities.ts';
import { isObject } from '../is-object.ts';
import type { Core } from './core.ts';
import { errorField } from './error-field.ts';

/** What the bot made of an activity. */
export type BotAnswer =
  { kind: 'answered'; status: number; body: unknown } | { kind: 'unreachable'; reason: string };

/** One attempt to hand an activity to the bot, for tests to look at. */
export interface Delivery {
  activity: Activity;
  answer: BotAnswer;
  /** Epoch milliseconds, and how long the bot took. */
  at: number;
  tookMs: number;
}

const keptDeliveries = 5_000;

/**
 * Hands an activity to the bot, twice when the fault plan says so; then the later answer counts.
 * When the bot does not answer well, Teams tries again in the background: first with the same id, then with a new one.
 * @param onLateAnswer hears the answer that such a later attempt got
 */
export async function deliver(
  core: Core,
  activity: Activity,
  onLateAnswer: (answer: BotAnswer) => void = () => undefined,
): Promise<BotAnswer> {
  const answer = await deliverAsPlanned(core, activity);
  if (isRetried(answer)) core.inBackground(resend(core, activity, onLateAnswer));
  return answer;
}

const dialogAttempts = 3;

/** What a dialog asks is asked again while the person waits, and not any more when they have stopped waiting. */
export async function deliverFromDialog(core: Core, activity: Activity): Promise<BotAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await deliverAsPlanned(core, activity, core.timings.dialog);
    if (!isRetried(answer) || attempt === dialogAttempts || core.stopping.aborted) return answer;
  }
}

/** @param withinMs how long Teams waits for an answer */
async function deliverAsPlanned(
  core: Core,
  activity: Activity,
  withinMs = core.timings.answer,
): Promise<BotAnswer> {
  const { mode } = core.faults.plan().inbound;
  const once = (posted = activity) => post(core, posted, withinMs);
  switch (mode) {
    case 'none':
      return once();
    case 'same-id':
      await once();
      return once();
    case 'new-id':
      await once();
      return once(withNewId(core, activity));
    case 'at-once': {
      const [, second] = await Promise.all([once(), once()]);
      return second;
    }
    default:
      return mode satisfies never;
  }
}

async function resend(core: Core, activity: Activity, onLateAnswer: (answer: BotAnswer) => void) {
  const attempts = [
    { after: core.timings.resendSameId, activity },
    { after: core.timings.resendNewId, activity: withNewId(core, activity) },
  ];
  for (const attempt of attempts) {
    if (!(await waited(core, attempt.after))) return;
    const answer = await post(core, attempt.activity, core.timings.answer);
    if (isRetried(answer)) continue;
    onLateAnswer(answer);
    return;
  }
}

/** Whether the time passed; not so when the simulator stops meanwhile. */
async function waited(core: Core, ms: number): Promise<boolean> {
  return wait(ms, true, { signal: core.stopping, ref: false }).catch((error: unknown) => {
    if (core.stopping.aborted) return false;
    throw error;
  });
}

function isRetried(answer: BotAnswer): boolean {
  return answer.kind === 'unreachable' || answer.status >= 500;
}

/** Of what changed about a message the id is the message's own: that stays. */
function withNewId(core: Core, activity: Activity): Activity {
  if (activity.type === 'messageUpdate' || activity.type === 'messageDelete') return activity;
  const isMessage = activity.type === 'message';
  return { ...activity, id: isMessage ? core.state.newMessageId(core.now()) : `f:${randomUUID()}` };
}

async function post(core: Core, activity: Activity, withinMs: number): Promise<BotAnswer> {
  const at = core.now();
  const started = performance.now();
  const answer = await send(core, activity, withinMs);
  core.deliveries.push({ activity, answer, at, tookMs: performance.now() - started });
  if (core.deliveries.length > keptDeliveries) core.deliveries.shift();
  return answer;
}

async function send(core: Core, activity: Activity, withinMs: number): Promise<BotAnswer> {
  try {
    const response = await fetch(`${core.botAddress()}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${await core.tokens.forBot()}`,
      },
      body: JSON.stringify(activity),
      redirect: 'manual',
      signal: AbortSignal.any([core.stopping, AbortSignal.timeout(withinMs)]),
    });
    return { kind: 'answered', status: response.status, body: parseBody(await response.text()) };
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) };
  }
}

/** `TimeoutError`, or what the connection met, e.g. `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  const cause = isObject(error) ? error['cause'] : undefined;
  return errorField(cause, 'code') ?? errorField(error, 'name') ?? String(error);
}

function parseBody(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
