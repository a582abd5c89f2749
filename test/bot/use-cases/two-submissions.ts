import { submitInitiative } from '../../../bot/use-cases/submitting/submit-initiative.ts';
import { fields, now } from '../domain/examples.ts';
import type { OpenWorld } from './world.ts';
import { openWorld } from './world.ts';

/** A world in which `luisterpaal` of Utrecht and `grip` of Zwolle were handed in, in that order. */
export async function openWorldOfTwo(): Promise<OpenWorld> {
  const world = await openWorld();
  for (const [submissionId, code] of [
    ['luisterpaal', 'GM0344'],
    ['grip', 'GM0193'],
  ] as const) {
    await submitInitiative(world.store, {
      submissionId,
      editionId: world.edition.id,
      submitter: 't:s',
      fields: { ...fields, participant: { kind: 'municipality', code } },
      receivedAt: now,
    });
  }
  return world;
}
