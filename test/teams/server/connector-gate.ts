import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { OutboundFault } from '../page-api.ts';
import type { Core } from './core.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { windows, type Window } from './limits.ts';
import { RefusedError } from './refused-error.ts';

const botFrameworkAudience = 'https://api.botframework.com';

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (about 100 KB a message) */
export const maxBodyBytes = 100 * 1024;

/** What every call of the bot to the Connector passes: its token, the faults to inject, size and rate. */
export function gated(core: Core, route: Route): Route {
  return {
    ...route,
    async answer(call) {
      await checkToken(core, call);
      const fault = core.faults.next(kindOf(route.method), fingerprint(call));
      const early = fault && answerEarly(fault);
      if (early) return early;
      checkSize(core, call);
      takeRate(core, 'tenant', windows.tenant);
      const reply = await route.answer(call);
      return fault ? answerLate(core, fault, reply) : reply;
    },
  };
}

/** Counts a call against one of Teams' rates. @throws RefusedError 429 */
export function takeRate(core: Core, key: string, within: readonly Window[]): void {
  const seconds = core.limits?.take(key, within) ?? 0;
  if (seconds === 0) return;
  core.violation('rate', key);
  throw new TooManyError(seconds);
}

class TooManyError extends RefusedError {
  constructor(seconds: number) {
    super(429, 'TooManyRequests', 'Too many requests.', { 'retry-after': String(seconds) });
    this.name = 'TooManyError';
  }
}

async function checkToken(core: Core, call: Call): Promise<void> {
  try {
    const { bot } = core.world;
    await core.tokens.checkIdentity(call.header('authorization'), botFrameworkAudience, bot.appId);
  } catch (error) {
    core.violation('unauthorized', `${call.method} ${call.url.pathname}`);
    throw error;
  }
}

function checkSize(core: Core, call: Call): void {
  if (call.body.length <= maxBodyBytes) return;
  core.violation('size', `${call.body.length} bytes`);
  throw new RefusedError(413, 'MessageSizeTooBig', 'Message size too large.');
}

function kindOf(method: Route['method']): OutboundFault['on'] {
  switch (method) {
    case 'POST':
      return 'send';
    case 'PUT':
      return 'edit';
    case 'DELETE':
      return 'delete';
    case 'GET':
      return 'any';
    default:
      return method satisfies never;
  }
}

function fingerprint({ method, url, body }: Call): string {
  return createHash('sha256')
    .update(`${method} ${url.pathname}${url.search}\n`)
    .update(body)
    .digest('base64');
}

/** The faults by which the call has no effect. */
function answerEarly({ how, taken = false }: OutboundFault): Reply | undefined {
  switch (how) {
    case '429':
      return json({ error: { code: 'TooManyRequests', message: 'Too many requests.' } }, 429, {
        'retry-after': '1',
      });
    case '412':
      return json({ error: { code: 'PreconditionFailed', message: 'Precondition failed.' } }, 412);
    case '500':
    case '502':
      return taken ? undefined : serverError(how);
    case 'cut-before':
      return { kind: 'cut' };
    case 'slow':
    case 'cut-after':
      return undefined;
    default:
      return how satisfies never;
  }
}

/** The faults by which the bot is left in doubt: the call had its effect. */
async function answerLate(core: Core, { how }: OutboundFault, reply: Reply): Promise<Reply> {
  switch (how) {
    case 'slow':
      await wait(core.timings.slow, undefined, { signal: core.stopping, ref: false }).catch(() => undefined);
      return reply;
    case 'cut-after':
      return { kind: 'cut' };
    case '500':
    case '502':
      return serverError(how);
    case '429':
    case '412':
    case 'cut-before':
      return reply;
    default:
      return how satisfies never;
  }
}

function serverError(how: '500' | '502'): Reply {
  return json({ error: { code: 'ServiceError', message: 'Unknown error.' } }, Number(how));
}
