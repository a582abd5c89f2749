import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import type { Language } from '../../domain/person.ts';
import { answerRefusal } from '../../gate/answer-refusal.ts';
import { readJsonBody } from '../../gate/read-body.ts';
import { RefusedError as GateRefusedError } from '../../gate/refused-error.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import { statusOf } from './refusal-status.ts';
import type { Sending, TabFile } from './tab-answers.ts';
import { createWriter, json, saved, written } from './tab-answers.ts';
import type { TabGate, TabVisitor } from './tab-gate.ts';

/** Who asks, and in which language. */
export interface Asker extends TabVisitor {
  language: Language;
}

/** What of a request a route may look at. */
interface TabRequest {
  query: URLSearchParams;
  /** The `:id` of the path. @throws RefusedError `not-found` when it is none */
  id(): string;
}

export interface HttpLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The one way in for every call of the tab: the gate first, then one use case, then only what the contract lists. */
export interface TabDoor {
  /** `GET /api/tab<path>`: shows and changes nothing. */
  ask<T>(
    path: string,
    answer: z.ZodType<T>,
    view: (asker: Asker, request: TabRequest) => T | Promise<T>,
  ): void;
  /**
   * As `ask`, for what is the same for all who may see it, which `view` decides: written once for each object that it
   * gives and each language, however many ask.
   */
  askShared<V extends object, T>(
    path: string,
    answer: z.ZodType<T>,
    view: (asker: Asker, request: TabRequest) => Promise<V>,
    shape: (view: V, language: Language) => T,
  ): void;
  /** As `ask`, for what is saved as a file. */
  file(path: string, view: (asker: Asker, request: TabRequest) => Promise<TabFile>): void;
  /** `POST /api/tab<path>` with a JSON body. */
  act<B, T>(
    path: string,
    contract: { body: z.ZodType<B>; answer: z.ZodType<T> },
    perform: (asker: Asker, body: B, request: TabRequest) => Promise<T>,
  ): void;
}

export function createTabDoor(server: Server, gate: TabGate, log: HttpLog): TabDoor {
  const answering =
    (path: string, work: (asker: Asker, request: Request) => Promise<Sending>) =>
    async (request: Request, response: Response): Promise<void> => {
      const begun = performance.now();
      const outcome = await respond(request, response, gate, (asker) => work(asker, request));
      const ms = Math.round(performance.now() - begun);
      const line = { method: request.method, path, status: outcome.status, ms, turn: request.id() };
      if (outcome.error === undefined) log.info(line, 'tab');
      else log.error({ ...line, error: outcome.error }, 'tab');
    };
  return {
    ask: (path, answer, view) => {
      server.get(
        `/api/tab${path}`,
        answering(path, async (asker, request) => json(answer.parse(await view(asker, tabRequest(request))))),
      );
    },
    askShared: (path, answer, view, shape) => {
      const write = createWriter(answer, shape);
      server.get(
        `/api/tab${path}`,
        answering(path, async (asker, request) =>
          written(write(await view(asker, tabRequest(request)), asker.language)),
        ),
      );
    },
    file: (path, view) => {
      server.get(
        `/api/tab${path}`,
        answering(path, async (asker, request) => saved(await view(asker, tabRequest(request)))),
      );
    },
    act: (path, { body, answer }, perform) => {
      server.post(
        `/api/tab${path}`,
        answering(path, async (asker, request) => {
          const said = body.safeParse(await readJsonBody(request));
          if (!said.success) throw new RefusedError('malformed');
          return json(answer.parse(await perform(asker, said.data, tabRequest(request))));
        }),
      );
    },
  };
}

async function respond(
  request: Request,
  response: Response,
  gate: TabGate,
  work: (asker: Asker) => Promise<Sending>,
): Promise<{ status: number; error?: unknown }> {
  response.setHeader('Cache-Control', 'no-store');
  const entry = await gate(request.header('authorization'));
  if (entry.kind === 'refused') {
    answerRefusal(response, entry.refusal);
    return { status: entry.refusal.status };
  }
  try {
    const send = await work({ ...entry.visitor, language: languageOf(request) });
    await send(response);
    return { status: 200 };
  } catch (error) {
    if (error instanceof GateRefusedError) {
      answerRefusal(response, error);
      return { status: error.status };
    }
    const refused = error instanceof RefusedError;
    const status = refused ? statusOf(error.code) : 500;
    // A file that breaks off must not look whole.
    if (response.headersSent) response.destroy();
    else response.send(status, { code: refused ? error.code : 'unexpected' });
    return refused ? { status } : { status, error };
  }
}

function tabRequest(request: Request): TabRequest {
  return {
    query: new URLSearchParams(request.getQuery()),
    id: () => {
      // @NOTE restify types its parameters as any
      const id = (request.params as Record<string, unknown>).id;
      if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) throw new RefusedError('not-found');
      return id;
    },
  };
}

/** The tab sends the language that the person's Teams has. */
function languageOf(request: Request): Language {
  return request.header('accept-language', 'nl').toLowerCase().startsWith('en') ? 'en' : 'nl';
}
