import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../domain/examples.ts';
import type { OpenWorld } from './world.ts';
import { openWorld } from './world.ts';

/** A world in which `luisterpaal` of Utrecht and `grip` of Zwolle were handed in, in that order. */
export async function openWorldOfTwo(): Promise<OpenWorld> {
  const world = await openWorld();
  await submitOf(world, 'luisterpaal', 'GM0344');
  await submitOf(world, 'grip', 'GM0193');
  return world;
}

/** @param code of the municipality */
export async function submitOf(world: OpenWorld, submissionId: string, code: string): Promise<void> {
  await submitInitiative(world.store, {
    submissionId,
    editionId: world.edition.id,
    submitter: 't:s',
    fields: { ...fields, participant: { kind: 'municipality', code } },
    receivedAt: now,
  });
}
