import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import type { Language } from '../domain/person.ts';
import { answerRefusal } from '../gate/answer-refusal.ts';
import type { RefusalCode } from '../use-cases/refusal.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewDiscussion } from '../use-cases/view-discussion.ts';
import { viewJudges } from '../use-cases/view-judges.ts';
import { viewLeaderboard, viewShortlist } from '../use-cases/view-leaderboard.ts';
import { viewMe } from '../use-cases/view-me.ts';
import { viewProgress } from '../use-cases/view-progress.ts';
import { viewOwnSubmissions, viewSubmission } from '../use-cases/view-submission.ts';
import type { World } from '../use-cases/world.ts';
import {
  discussion,
  judges,
  leaderboard,
  me,
  ownSubmissions,
  progress,
  shortlist,
  submissionDetail,
} from './contract.ts';
import { shapeDiscussion } from './shape-discussion.ts';
import { shapeJudges, shapeLeaderboard, shapeShortlist } from './shape-ranking.ts';
import { shapeMe, shapeOwnSubmissions, shapeProgress, shapeSubmission } from './shape.ts';
import type { TabGate, TabVisitor } from './tab-gate.ts';

/** Who asks, and in which language. */
interface Asker extends TabVisitor {
  language: Language;
}

export interface HttpLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The tab's questions: the gate first, then one use case, then only what the contract lists. */
export function addTabRoutes(server: Server, world: World, gate: TabGate, log: HttpLog): void {
  const answer = <T>(
    path: string,
    schema: z.ZodType<T>,
    ask: (asker: Asker, request: Request) => T | Promise<T>,
  ): void => {
    server.get(`/api/tab${path}`, async (request: Request, response: Response) => {
      const begun = performance.now();
      const outcome = await respond(request, response, gate, schema, ask);
      const ms = Math.round(performance.now() - begun);
      const line = { path, status: outcome.status, ms, turn: request.id() };
      if (outcome.error === undefined) log.info(line, 'tab');
      else log.error({ ...line, error: outcome.error }, 'tab');
    });
  };

  answer('/me', me, async (asker) =>
    shapeMe(await viewMe(world, asker), asker.name, asker.language, world.now()),
  );
  answer('/leaderboard', leaderboard, async (asker, request) =>
    shapeLeaderboard(
      await viewLeaderboard(world, asker, queryOf(request).get('category') ?? ''),
      asker.language,
    ),
  );
  answer('/judges', judges, async (asker, request) =>
    shapeJudges(await viewJudges(world, asker, queryOf(request).get('category') ?? '')),
  );
  answer('/shortlist', shortlist, async (asker) => shapeShortlist(await viewShortlist(world, asker)));
  answer('/progress', progress, async (asker) => shapeProgress(await viewProgress(world, asker)));
  answer('/submissions/mine', ownSubmissions, async (asker) =>
    shapeOwnSubmissions(await viewOwnSubmissions(world, asker), asker.language),
  );
  answer('/submissions/:id', submissionDetail, async (asker, request) =>
    shapeSubmission(await viewSubmission(world, asker, idOf(request)), asker.language),
  );
  answer('/submissions/:id/discussion', discussion, async (asker, request) =>
    shapeDiscussion(await viewDiscussion(world, asker, idOf(request)), asker.language),
  );
}

async function respond<T>(
  request: Request,
  response: Response,
  gate: TabGate,
  schema: z.ZodType<T>,
  ask: (asker: Asker, request: Request) => T | Promise<T>,
): Promise<{ status: number; error?: unknown }> {
  response.setHeader('Cache-Control', 'no-store');
  const entry = await gate(request.header('authorization'));
  if (entry.kind === 'refused') {
    answerRefusal(response, entry.refusal);
    return { status: entry.refusal.status };
  }
  try {
    const asker = { ...entry.visitor, language: languageOf(request) };
    response.send(200, schema.parse(await ask(asker, request)));
    return { status: 200 };
  } catch (error) {
    const refused = error instanceof RefusedError;
    const status = refused ? statusOf(error.code) : 500;
    response.send(status, { code: refused ? error.code : 'unexpected' });
    return refused ? { status } : { status, error };
  }
}

function statusOf(code: RefusalCode): number {
  switch (code) {
    case 'not-found':
    case 'no-edition':
      return 404;
    case 'malformed':
    case 'too-many-lines':
    case 'bad-moment':
    case 'no-hour-left':
      return 400;
    case 'changed-meanwhile':
      return 409;
    case 'not-a-judge':
    case 'conflict':
    case 'withdrawn':
    case 'round-not-open':
    case 'round-closed':
    case 'not-assigned':
    case 'abstained':
    case 'edition-not-open':
    case 'edition-closed':
    case 'not-organiser':
    case 'last-organiser':
    case 'not-chair':
    case 'round-not-frozen':
    case 'cut-fixed':
    case 'cut-not-proposed':
    case 'cut-undecided':
    case 'feedback-sent':
    case 'feedback-not-approved':
    case 'feedback-outdated':
      return 403;
    default:
      return code satisfies never;
  }
}

/** The tab sends the language that the person's Teams has. */
function languageOf(request: Request): Language {
  return request.header('accept-language', 'nl').toLowerCase().startsWith('en') ? 'en' : 'nl';
}

function queryOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.getQuery());
}

function idOf(request: Request): string {
  // @NOTE restify types its parameters as any
  const id = (request.params as Record<string, unknown>).id;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) throw new RefusedError('not-found');
  return id;
}
