import type { Request, Response } from 'restify';
import restify from 'restify';
import type { TabEvent } from '../../bot/http/contract/events.ts';
import { tabEvent } from '../../bot/http/contract/events.ts';
import { refusal } from '../../bot/http/contract/parts.ts';
import { readJsonBody } from '../../bot/gate/read-body.ts';
import { RefusedError } from '../../bot/use-cases/refusal.ts';
import { statusOf } from '../../bot/http/tab/refusal-status.ts';
import { addStaticRoutes } from '../../bot/http/static-routes.ts';
import { builtTab } from './built-tab.ts';
import type { Asked } from './fake-answers.ts';
import { answerOf } from './fake-answers.ts';
import type { Stage } from './stage.ts';
import { newStage } from './stage.ts';
import { actorOf } from './tab-token.ts';

/** Something that goes wrong: for a path, or for every path. */
interface Fault {
  path?: string;
  status: number;
  code: string;
}

/** The tab's server for tests: the real page and policy, and answers that the contract allows. */
export interface FakeTabServer {
  address: string;
  stage: Stage;
  /** While it is there, it is the answer. */
  fault: Fault | undefined;
  /** Every question so far, as `GET /path` or `POST /path`. */
  asked: string[];
  tell(event: TabEvent): void;
  /** Waits until nothing has been asked for a while. */
  quiet(): Promise<void>;
  /** Cuts the streams off. */
  cutStreams(): void;
  reset(): void;
  close(): Promise<void>;
}

/** Longer than a question takes to follow from the answer before it. */
const quietMs = 250;

export async function startFakeTabServer(hostOrigin: string): Promise<FakeTabServer> {
  const server = restify.createServer({ name: '' });
  const streams = new Set<Response>();
  const fake: FakeTabServer = {
    address: '',
    stage: newStage(),
    fault: undefined,
    asked: [],
    tell: (event) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(tabEvent.parse(event))}\n\n`);
    },
    quiet: async () => {
      for (let seen = -1; seen !== fake.asked.length;) {
        seen = fake.asked.length;
        await new Promise((resolve) => setTimeout(resolve, quietMs));
      }
    },
    cutStreams: () => {
      for (const stream of streams) stream.destroy();
    },
    reset: () => Object.assign(fake, { stage: newStage(), fault: undefined, asked: [] }),
    close: () => {
      fake.cutStreams();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  addStaticRoutes(server, await builtTab(), [hostOrigin]);
  server.get('/api/tab/*', async (request: Request, response: Response) =>
    answer(fake, streams, request, response),
  );
  server.post('/api/tab/*', async (request: Request, response: Response) =>
    answer(fake, streams, request, response),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  fake.address = `http://127.0.0.1:${server.address().port}`;
  return fake;
}

async function answer(
  fake: FakeTabServer,
  streams: Set<Response>,
  request: Request,
  response: Response,
): Promise<void> {
  const path = request.getPath().replace('/api/tab', '');
  const method = request.method === 'POST' ? 'POST' : 'GET';
  fake.asked.push(`${method} ${path}`);
  const actor = actorOf(request.header('authorization'));
  const { fault } = fake;
  if (fault !== undefined && (fault.path ?? path) === path) refuse(response, fault.status, fault.code);
  else if (actor === undefined) refuse(response, 401, 'token');
  else if (path === '/events') openStream(streams, response);
  else {
    const body = method === 'POST' ? await readJsonBody(request) : undefined;
    send(fake.stage, { method, path, body, actor }, request, response);
  }
}

function send(
  stage: Stage,
  asked: Omit<Asked, 'query' | 'language'>,
  request: Request,
  response: Response,
): void {
  const language = request.header('accept-language', 'nl').startsWith('en') ? 'en' : 'nl';
  const given = orRefusal(() =>
    answerOf(stage, { ...asked, query: new URLSearchParams(request.getQuery()), language }),
  );
  if (given instanceof RefusedError) refuse(response, statusOf(given.code), given.code);
  else if (given === undefined) refuse(response, 404, 'not-found');
  else response.send(200, given);
}

function orRefusal(answer: () => unknown): unknown {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RefusedError) return error;
    throw error;
  }
}

function refuse(response: Response, status: number, code: string): void {
  response.send(status, refusal.parse({ code }));
}

function openStream(streams: Set<Response>, response: Response): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.write(': open\n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
}
