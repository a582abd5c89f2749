import { z } from 'zod';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { changeCut } from '../../use-cases/cut/cut-change.ts';
import { viewCutHistory } from '../../use-cases/cut/cut-history.ts';
import type { CutPlace, RankElsewhere } from '../../use-cases/cut/cut-place.ts';
import { fixCut, proposeCut } from '../../use-cases/cut/cut-propose.ts';
import { previewCutRule, viewCut } from '../../use-cases/cut/cut-view.ts';
import { currentEdition } from '../../use-cases/edition-context.ts';
import { RefusedError } from '../../use-cases/refusal.ts';
import { viewCuts } from '../../use-cases/cut/view-cuts.ts';
import type { World } from '../../use-cases/world.ts';
import type { CutDone } from '../contract/cut.ts';
import { cut, cutChange, cutDone, cutHistory, cutPreview, cuts, cutSignature } from '../contract/cut.ts';
import { shapeCut, shapeCuts, shapeHistory, shapePreview } from './shape-cut.ts';
import type { TabDoor } from './tab-door.ts';

const placed = z.object({
  round: z.enum(['preselection', 'assessment', 'pitch']),
  category: z.string().min(1),
});
const ruled = z.object({
  size: z.coerce.number().optional(),
  threshold: z.coerce.number().optional(),
});

/** Who goes on after a round: to see, to prepare, to propose and to fix. */
export function addCutRoutes(door: TabDoor, world: World, rank: RankElsewhere): void {
  const placeIn = async (query: URLSearchParams): Promise<CutPlace> => {
    const { round, category } = parsed(placed, query);
    return inEdition({ roundId: round, categoryId: category });
  };
  const inEdition = async <T extends object>(place: T): Promise<T & { editionId: string }> => ({
    ...place,
    editionId: (await currentEdition(world.store)).id,
  });
  const done = async (
    person: PersonKey & { language: 'nl' | 'en' },
    { roundId, categoryId }: { roundId: RoundId; categoryId: string },
    kind: CutDone['kind'],
  ): Promise<CutDone> => {
    const place = await inEdition({ roundId, categoryId });
    return { kind, cut: shapeCut(await viewCut(world, person, place, rank), person.language) };
  };

  door.ask('/cuts', cuts, async (asker) => shapeCuts(await viewCuts(world, asker), asker.language));
  door.ask('/cut', cut, async (asker, { query }) =>
    shapeCut(await viewCut(world, asker, await placeIn(query), rank), asker.language),
  );
  door.ask('/cut/preview', cutPreview, async (asker, { query }) => {
    const wish = { ...(await placeIn(query)), rule: parsed(ruled, query) };
    return shapePreview(await previewCutRule(world, asker, wish, rank));
  });
  door.ask('/cut/history', cutHistory, async (asker, { query }) =>
    shapeHistory(await viewCutHistory(world, asker, await placeIn(query))),
  );
  door.act('/cut/change', { body: cutChange, answer: cutDone }, async (asker, body) =>
    done(asker, body, (await changeCut(world, asker, await inEdition(body))).kind),
  );
  door.act('/cut/propose', { body: cutSignature, answer: cutDone }, async (asker, body) =>
    done(asker, body, (await proposeCut(world, asker, await inEdition(body), rank)).kind),
  );
  door.act('/cut/fix', { body: cutSignature, answer: cutDone }, async (asker, body) =>
    done(asker, body, (await fixCut(world, asker, await inEdition(body), rank)).kind),
  );
}

function parsed<T>(schema: z.ZodType<T>, query: URLSearchParams): T {
  const found = schema.safeParse(Object.fromEntries(query));
  if (!found.success) throw new RefusedError('malformed');
  return found.data;
}
