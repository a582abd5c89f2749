import type { RoundId } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { AssignmentPlan } from '../../domain/judging/assignment.ts';
import { judgesIn } from '../../domain/judging/assignment.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import {
  assignmentId,
  assignmentPlans,
  assignments,
  planId,
} from '../../store/documents/judging-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { AssignmentPreview, AssignmentWish } from './assign-judges.ts';
import { previewAssignment } from './assign-judges.ts';
import { auditOperations, readAuditEnd } from '../log/audit-trail.ts';
import { findCurrentEdition } from '../edition-context.ts';
import { juryPostChanged } from '../judging/jury-post-messages.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

export type ApplyOutcome =
  | { kind: 'applied' }
  /** Everybody judges everything: there is nothing to assign. */
  | { kind: 'everybody' }
  /** Something has changed since it was shown; nothing was written. */
  | { kind: 'changed'; preview: AssignmentPreview };

/**
 * Has who judges what be as it was shown. The plan is stored first, so that what is broken off is finished later; the
 * same command again has no second effect.
 * @throws RefusedError as {@link previewAssignment}
 */
export async function applyAssignment(
  world: World,
  person: PersonKey,
  command: AssignmentWish & { fingerprint: string },
): Promise<ApplyOutcome> {
  const { store } = world;
  const { editionId, roundId, fingerprint } = command;
  const preview = await previewAssignment(world, person, command);
  if (preview === undefined) return { kind: 'everybody' };
  const partition = editionPartition(editionId);
  const wanted = await retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const before = await assignmentPlans.read(store, partition, planId(roundId));
    if (before?.value.fingerprint === fingerprint) return before.value;
    if (preview.fingerprint !== fingerprint) return undefined;
    const plan = planOf(preview, (before?.value.plan ?? 0) + 1, personId(person), world.now());
    const deed = { at: plan.at, by: plan.by, act: 'plan-assignment', subject: planId(roundId) } as const;
    await store.commit(partition, [
      assignmentPlans.write(planId(roundId), plan, before),
      ...(await auditOperations(store, partition, { ...deed, after: plan }, end)),
    ]);
    return plan;
  });
  if (wanted === undefined) return { kind: 'changed', preview };
  await carryOut(store, editionId, wanted);
  return { kind: 'applied' };
}

/** Finishes what was broken off, in the running edition. */
export async function finishAssignments({ store }: Pick<World, 'store'>): Promise<void> {
  const edition = await findCurrentEdition(store);
  for (const { id } of edition?.rounds ?? []) {
    if (edition === undefined) return;
    const plan = await assignmentPlans.read(store, editionPartition(edition.id), planId(id));
    if (plan !== undefined) await carryOut(store, edition.id, plan.value);
  }
}

function planOf(preview: AssignmentPreview, plan: number, by: PersonId, at: Instant): AssignmentPlan {
  const { round, seed, cases, judges, fingerprint } = preview;
  const ids = judges.map(({ judge }) => personId(judge));
  const byCase = cases.map(({ submission, judges: assigned }): [string, number[]] => [
    submission.id,
    assigned.map((judge) => ids.indexOf(judge)),
  ]);
  return {
    ...{ roundId: round.id, plan, seed, by, at, judges: ids },
    cases: Object.fromEntries(byCase),
    fingerprint,
    isApplied: false,
  };
}

async function carryOut(store: DocumentStore, editionId: string, plan: AssignmentPlan): Promise<void> {
  if (plan.isApplied) return;
  for (const submissionId of Object.keys(plan.cases)) await assign(store, submissionId, plan);
  await markApplied(store, editionPartition(editionId), plan.roundId, plan.plan);
}

async function assign(store: DocumentStore, submissionId: string, plan: AssignmentPlan): Promise<void> {
  const { roundId } = plan;
  const partition = submissionPartition(submissionId);
  const id = assignmentId(roundId);
  const judges = judgesIn(plan, submissionId) ?? [];
  await retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(store, partition);
    const before = await assignments.read(store, partition, id);
    const isSame = before?.value.judges.join() === judges.join();
    if (isSame || (before?.value.plan ?? 0) >= plan.plan) return;
    const after = { roundId, judges, plan: plan.plan };
    const deed = { at: plan.at, by: plan.by, act: 'assign-judges', subject: id } as const;
    await store.commit(partition, [
      assignments.write(id, after, before),
      ...(await juryPostChanged(store, partition, roundId)),
      ...(await auditOperations(store, partition, { ...deed, before: before?.value, after }, end)),
    ]);
  });
}

async function markApplied(
  store: DocumentStore,
  partition: string,
  roundId: RoundId,
  number: number,
): Promise<void> {
  await retryWhenChanged(partition, async () => {
    const kept = await assignmentPlans.read(store, partition, planId(roundId));
    if (kept === undefined || kept.value.plan !== number || kept.value.isApplied) return;
    await store.commit(partition, [
      assignmentPlans.replace(kept.id, { ...kept.value, isApplied: true }, kept.etag),
    ]);
  });
}
