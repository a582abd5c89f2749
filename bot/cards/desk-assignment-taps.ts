import { z } from 'zod';
import type { Tapped, TapReply } from '../conversation/inbound-event.ts';
import type { AssignmentPreview } from '../use-cases/rounds/assign-judges.ts';
import { previewAssignment } from '../use-cases/rounds/assign-judges.ts';
import { applyAssignment } from '../use-cases/rounds/assign-judges-apply.ts';
import { RefusedError } from '../use-cases/refusal.ts';
import { viewDeskRound } from '../use-cases/overview/view-desk.ts';
import type { World } from '../use-cases/world.ts';
import { deskAssignmentDrawing, type AssignmentAside } from './desk-assignment-drawing.ts';
import { deskRoundDrawing } from './desk-round-drawing.ts';
import { cardOf, readTap, roundId } from './desk-tap-data.ts';

/** The same for everybody who looks: what is agreed to is what was shown. */
const seed = 1;

const ofAssignment = z.object({ round: roundId, page: z.coerce.number().int().min(0).max(1_000).default(0) });
const toApply = z.object({ round: roundId, fingerprint: z.string().regex(/^[0-9a-f]{1,128}$/) });

/** Shows who would judge what. */
export async function tapAssignment(world: World, event: Tapped): Promise<TapReply> {
  const { round, page } = readTap(ofAssignment, event);
  return whileNotClosed(world, event, round, () => show(world, event, round, { page }));
}

/** Has it be so, when it still is as it was shown; the new one is shown otherwise. */
export async function tapAssign(world: World, event: Tapped): Promise<TapReply> {
  const { round, fingerprint } = readTap(toApply, event);
  return whileNotClosed(world, event, round, async () => {
    const { edition } = await viewDeskRound(world, event.person, round);
    const wish = { editionId: edition.id, roundId: round, seed, fingerprint };
    const outcome = await applyAssignment(world, event.person, wish);
    if (outcome.kind === 'changed')
      return show(world, event, round, { remark: 'desk.assignment.changed' }, outcome.preview);
    return show(world, event, round, outcome.kind === 'applied' ? { remark: 'desk.assigned' } : {});
  });
}

type Round = z.infer<typeof roundId>;

async function show(
  world: World,
  { person }: Tapped,
  round: Round,
  aside: AssignmentAside,
  known?: AssignmentPreview,
): Promise<TapReply> {
  const view = await viewDeskRound(world, person, round);
  const wish = { editionId: view.edition.id, roundId: round, seed };
  const preview = known ?? (await previewAssignment(world, person, wish));
  return cardOf(deskAssignmentDrawing({ ...view, ...(preview && { preview }) }, person.language, aside));
}

/** Of a closed round nothing is assigned any more: the round itself is shown, which can be reopened. */
async function whileNotClosed(
  world: World,
  { person }: Tapped,
  round: Round,
  answer: () => Promise<TapReply>,
): Promise<TapReply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code !== 'round-closed') throw error;
    const view = await viewDeskRound(world, person, round);
    return cardOf(deskRoundDrawing(view, person.language, { remark: 'refusal.round-closed' }));
  }
}
