import { discardEditionDraft, saveEditionPart } from '../../use-cases/editions/edition-draft.ts';
import { viewEditionPlan } from '../../use-cases/editions/edition-plan.ts';
import type { PutDraftOutcome } from '../../use-cases/editions/put-edition-draft.ts';
import {
  putEditionDraft,
  runWrittenEdition,
  undoPutEdition,
} from '../../use-cases/editions/put-edition-draft.ts';
import { startEdition } from '../../use-cases/editions/start-edition.ts';
import { viewEditionDraft, viewWritten } from '../../use-cases/editions/view-edition-draft.ts';
import { viewEditions } from '../../use-cases/editions/view-editions.ts';
import type { World } from '../../use-cases/world.ts';
import {
  discardEditionBody,
  editionDraft,
  editionOutcome,
  editionPlan,
  editionPreview,
  editions,
  putEditionBody,
  runEditionBody,
  saveEditionBody,
  startEditionBody,
  startedEdition,
  undoPutEditionBody,
} from '../contract/edition.ts';
import type { EditionDesk } from './edition-speech.ts';
import { shapeEditionDraft, shapeEditionPlan, shapeEditions, shapeOutcome } from './shape-edition.ts';
import type { Asker, TabDoor } from './tab-door.ts';

/** Setting up editions. (GD1) */
export function addEditionRoutes(door: TabDoor, world: World, desk: EditionDesk): void {
  const { templates, speech } = desk;
  door.ask('/editions', editions, async (asker) => shapeEditions(await viewEditions(world, asker), desk));
  door.act('/editions/start', { body: startEditionBody, answer: startedEdition }, async (asker, command) => ({
    id: await startEdition(world, asker, { command, templates, name: asker.name }),
  }));
  door.ask('/editions/:id', editionDraft, async (asker, request) =>
    shapeEditionDraft(await viewEditionDraft(world, asker, request.id()), speech(asker.language)),
  );
  door.act(
    '/editions/:id/save',
    { body: saveEditionBody, answer: editionDraft },
    async (asker, body, request) => {
      const { basedOn, ...change } = body;
      const written = await saveEditionPart(world, asker, { editionId: request.id(), change, basedOn });
      return shapeEditionDraft(await viewWritten(world, written, asker), speech(asker.language));
    },
  );
  door.act(
    '/editions/:id/discard',
    { body: discardEditionBody, answer: editionDraft },
    async (asker, body, request) => {
      const written = await discardEditionDraft(world, asker, { ...body, editionId: request.id() });
      return shapeEditionDraft(await viewWritten(world, written, asker), speech(asker.language));
    },
  );
  door.ask('/editions/:id/preview', editionPreview, async (asker, request) => {
    const language = request.query.get('language') === 'en' ? 'en' : 'nl';
    const { edition } = await viewEditionPlan(world, asker, request.id());
    return { cards: edition === undefined ? [] : desk.preview(edition, language, world.now()) };
  });
  addPlanRoutes(door, world, desk);
}

/** What would change, and doing that. */
function addPlanRoutes(door: TabDoor, world: World, { speech }: EditionDesk): void {
  const outcomeOf = async (asker: Asker, editionId: string, outcome: PutDraftOutcome) =>
    shapeOutcome(
      outcome.kind === 'refused' ? outcome.refusals : [],
      await viewEditionPlan(world, asker, editionId),
      speech(asker.language),
    );
  door.ask('/editions/:id/plan', editionPlan, async (asker, request) =>
    shapeEditionPlan(await viewEditionPlan(world, asker, request.id()), speech(asker.language)),
  );
  door.act(
    '/editions/:id/put',
    { body: putEditionBody, answer: editionOutcome },
    async (asker, body, request) => {
      const editionId = request.id();
      return outcomeOf(asker, editionId, await putEditionDraft(world, asker, { ...body, editionId }));
    },
  );
  door.act(
    '/editions/:id/undo',
    { body: undoPutEditionBody, answer: editionOutcome },
    async (asker, body, request) => {
      const editionId = request.id();
      return outcomeOf(asker, editionId, await undoPutEdition(world, asker, { ...body, editionId }));
    },
  );
  door.act(
    '/editions/:id/run',
    { body: runEditionBody, answer: editionOutcome },
    async (asker, body, request) => {
      const editionId = request.id();
      await runWrittenEdition(world, asker, { ...body, editionId });
      return outcomeOf(asker, editionId, { kind: 'done' });
    },
  );
}
