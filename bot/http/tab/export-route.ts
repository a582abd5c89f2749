import { z } from 'zod';
import type { RankElsewhere } from '../../use-cases/cut/cut-place.ts';
import { currentEdition } from '../../use-cases/edition-context.ts';
import type { ExportSpeech } from '../../use-cases/export/export-file.ts';
import { exportFile, exportFormats } from '../../use-cases/export/export-file.ts';
import { exportRound } from '../../use-cases/export/export-round.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import type { World } from '../../use-cases/world.ts';
import type { TabDoor } from './tab-door.ts';

const query = z.object({
  round: z.enum(['preselection', 'assessment', 'pitch']),
  format: z.enum(exportFormats),
  names: z.enum(['yes', 'no']).default('no'),
});

/** `GET /api/tab/export?round=…&format=…&names=…`: a round of the running edition as a file. */
export function addExportRoute(
  door: TabDoor,
  world: World,
  { rank, words }: { rank: RankElsewhere; words: (language: 'nl' | 'en') => ExportSpeech },
): void {
  door.file('/export', async (asker, request) => {
    const asked = query.safeParse(Object.fromEntries(request.query));
    if (!asked.success) throw new RefusedError('malformed');
    const { round, format, names } = asked.data;
    const { id: editionId } = await currentEdition(world.store);
    const wish = { editionId, roundId: round, names: names === 'yes' };
    return exportFile(await exportRound(world, asker, wish, rank), format, words(asker.language));
  });
}
