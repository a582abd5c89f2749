import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerRequest, type ServedDatabase } from './answer-request.ts';
import type { CheckAuthorization } from './check-authorization.ts';
import type { FaultKind, Faults } from './faults.ts';
import { containerRid } from './metadata.ts';
import { codeOf, WireRefusal, type WireAnswer } from './wire-answer.ts';
import { wireRequest, type WireKind } from './wire-request.ts';

/** What was asked, and how it was answered. */
export interface Exchange {
  kind: WireKind;
  /** 0: not at all. */
  status: number;
  charge: number;
}

interface Serving {
  served: ServedDatabase;
  faults: Faults;
  exchanges: Exchange[];
  check: CheckAuthorization;
}

/** Answers what comes in, with the fault that is waiting for it. */
export function serveExchanges({ served, faults, exchanges, check }: Serving) {
  return async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const request = wireRequest(incoming.method ?? '', incoming.url ?? '/', incoming.headers, body);
    const noted: Exchange = { kind: request.kind, status: 0, charge: 0 };
    exchanges.push(noted);
    const fault = faults.take(request.kind);
    if (fault === 'hang-before') return;
    if (fault === 'cut-before') return void incoming.socket.destroy();
    const answer = await answerOrRefuse(async () => {
      await check(request);
      return faultAnswer(fault) ?? answerRequest(served, request);
    });
    if (fault === 'hang-after') return;
    if (fault === 'cut-after') return void incoming.socket.destroy();
    Object.assign(noted, { status: answer.status, charge: answer.charge ?? 0 });
    send(response, answer, served.container.lsn);
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // @NOTE without an encoding, a request gives buffers
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function answerOrRefuse(work: () => Promise<WireAnswer>): Promise<WireAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WireRefusal) return error.answer;
    return { status: 500, body: { code: codeOf(500), message: String(error) } };
  }
}

function faultAnswer(fault: FaultKind | undefined): WireAnswer | undefined {
  if (typeof fault !== 'object') return undefined;
  const { status, subStatus, retryAfterMs } = fault;
  const headers: Record<string, string> = {};
  if (subStatus !== undefined) headers['x-ms-substatus'] = String(subStatus);
  if (retryAfterMs !== undefined) headers['x-ms-retry-after-ms'] = String(retryAfterMs);
  return { status, body: { code: codeOf(status), message: `A fault: ${status}.` }, headers };
}

function send(
  response: ServerResponse,
  { status, body, headers, charge = 0 }: WireAnswer,
  lsn: number,
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-ms-request-charge': charge.toFixed(2),
    'x-ms-activity-id': crypto.randomUUID(),
    'x-ms-session-token': `0:-1#${lsn}`,
    'x-ms-content-path': containerRid,
    ...headers,
  });
  response.end(status === 204 || status === 304 || body === undefined ? undefined : JSON.stringify(body));
}
