import type { DraftPart } from '../../domain/edition/edition-draft-schema.ts';
import type { EditionFault } from '../../domain/edition/edition-fault.ts';
import type { ChangeRefusal } from '../../domain/edition/refuse-changes.ts';
import type { Difference, EditionPlan as Plan } from '../../use-cases/editions/edition-plan.ts';
import type { WrittenView } from '../../use-cases/editions/view-edition-draft.ts';
import type { EditionsView } from '../../use-cases/editions/view-editions.ts';
import type {
  EditionDraft,
  EditionFinding,
  EditionOutcome,
  EditionPlan,
  Editions,
} from '../contract/edition.ts';
import type { EditionDesk, EditionSpeech } from './edition-speech.ts';

export function shapeEditions({ lines }: EditionsView, { templates }: EditionDesk): Editions {
  return {
    editions: lines.map(({ id, name, state, edition, hasDraft, mayOpen }) => ({
      ...{ id, name, state, hasDraft, mayOpen, isKept: edition !== undefined },
      opensAt: edition?.opensAt,
      closesAt: edition?.closesAt,
    })),
    templates: templates.map(({ id, edition }) => ({ id, name: edition.name })),
  };
}

export function shapeEditionDraft(view: WrittenView, speech: EditionSpeech): EditionDraft {
  const { written, use, turns } = view;
  const { editionId: id, parts, kept, draft } = written;
  const revisions: Partial<Record<DraftPart, number>> = draft?.value.revisions ?? {};
  return {
    ...{ id, parts, revisions, isRunning: view.isRunning, isKept: kept !== undefined },
    status: statusOf(view),
    revision: draft?.value.revision ?? 0,
    findings: findingsOf([...view.faults, ...view.warnings], speech),
    use: {
      submissions: use.submissions,
      byCategory: Object.fromEntries(use.byCategory),
      sheetsByRound: Object.fromEntries(use.sheetsByRound),
    },
    turnedRounds: Object.keys(turns.turns),
    lastBy: view.lastBy && { name: view.lastBy.name, at: view.lastBy.at },
  };
}

function statusOf({ written: { draft, kept } }: WrittenView): EditionDraft['status'] {
  if (draft?.value.status === 'open') return 'draft';
  return kept === undefined ? 'discarded' : 'kept';
}

export function shapeEditionPlan(plan: Plan, speech: EditionSpeech): EditionPlan {
  const { written, hash, difference, undo, running, edition } = plan;
  const zone = (edition ?? written.kept?.value)?.zone ?? 'UTC';
  const isDraft = written.draft?.value.status === 'open';
  const isOther = written.kept === undefined || difference.changes.length > 0;
  const isRunning = running?.id === written.editionId;
  return {
    revision: written.draft?.value.revision ?? 0,
    hash,
    findings: findingsOf([...plan.faults, ...plan.warnings], speech),
    mayPut: isDraft && edition !== undefined && isOther && difference.refusals.length === 0,
    ...shapeDifference(difference, zone, speech),
    undo: undo && { to: undo.hash, ...shapeDifference(undo.difference, zone, speech) },
    isRunning,
    running: running && !isRunning ? { id: running.id, name: running.name } : undefined,
  };
}

export function shapeOutcome(
  refusals: readonly ChangeRefusal[],
  plan: Plan,
  speech: EditionSpeech,
): EditionOutcome {
  return {
    refusals: refusals.map((refusal) => speech.refusal(refusal)),
    plan: shapeEditionPlan(plan, speech),
  };
}

function shapeDifference(difference: Difference, zone: string, speech: EditionSpeech) {
  return {
    changes: difference.changes.map((change) => ({
      kind: change.kind,
      sentence: speech.change(change, zone),
    })),
    cautions: difference.cautions.map((caution) => speech.caution(caution, zone)),
    refusals: difference.refusals.map((refusal) => speech.refusal(refusal)),
  };
}

function findingsOf(faults: readonly EditionFault[], speech: EditionSpeech): EditionFinding[] {
  return faults.map((fault) => ({
    severity: fault.severity,
    at: fault.path.join('.'),
    ...speech.fault(fault),
  }));
}
