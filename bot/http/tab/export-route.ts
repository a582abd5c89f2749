import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { answerRefusal } from '../../gate/answer-refusal.ts';
import type { RankElsewhere } from '../../use-cases/cut-place.ts';
import { currentEdition } from '../../use-cases/edition-context.ts';
import type { ExportFile, ExportSpeech } from '../../use-cases/export-file.ts';
import { exportFile, exportFormats } from '../../use-cases/export-file.ts';
import { exportRound } from '../../use-cases/export-round.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import type { World } from '../../use-cases/world.ts';
import type { TabGate, TabVisitor } from './tab-gate.ts';
import type { HttpLog } from './tab-door.ts';

export interface ExportRouteOptions {
  world: World;
  gate: TabGate;
  log: HttpLog;
  rank: RankElsewhere;
  words: (language: 'nl' | 'en') => ExportSpeech;
}

const query = z.object({
  round: z.enum(['preselection', 'assessment', 'pitch']),
  format: z.enum(exportFormats),
  names: z.enum(['yes', 'no']).default('no'),
});

/** `GET /api/tab/export?round=…&format=…&names=…`: a round of the running edition as a file. */
export function addExportRoute(server: Server, options: ExportRouteOptions): void {
  const { gate, log } = options;
  server.get('/api/tab/export', async (request: Request, response: Response) => {
    response.setHeader('Cache-Control', 'no-store');
    const entry = await gate(request.header('authorization'));
    if (entry.kind === 'refused') {
      answerRefusal(response, entry.refusal);
      return;
    }
    try {
      const file = await fileFor(options, entry.visitor, request);
      response.writeHead(200, {
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename="${file.name}"`,
      });
      await pipeline(Readable.from(file.pieces), response);
      log.info({ path: '/export', status: 200, turn: request.id() }, 'tab');
    } catch (error) {
      const refused = error instanceof RefusedError;
      const status = refused ? (error.code === 'malformed' ? 400 : 404) : 500;
      if (refused) log.info({ path: '/export', status, turn: request.id() }, 'tab');
      else log.error({ path: '/export', status, turn: request.id(), error }, 'tab');
      if (response.headersSent) response.destroy();
      else response.send(status, { code: refused ? error.code : 'unexpected' });
    }
  });
}

async function fileFor(
  { world, rank, words }: ExportRouteOptions,
  visitor: TabVisitor,
  request: Request,
): Promise<ExportFile> {
  const asked = query.safeParse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  if (!asked.success) throw new RefusedError('malformed');
  const { round, format, names } = asked.data;
  const { id: editionId } = await currentEdition(world.store);
  const wish = { editionId, roundId: round, names: names === 'yes' };
  const whole = await exportRound(world, visitor, wish, rank);
  const isEnglish = request.header('accept-language', 'nl').toLowerCase().startsWith('en');
  return exportFile(whole, format, words(isEnglish ? 'en' : 'nl'));
}
