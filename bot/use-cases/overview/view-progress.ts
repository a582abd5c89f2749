import { maySeeProgress } from '../../domain/access.ts';
import { isJudge } from '../../domain/edition/edition-role.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import type { Seating } from '../../domain/judging/panel.ts';
import { panelFor } from '../../domain/judging/panel.ts';
import type { PersonKey } from '../../domain/person.ts';
import { sheetMean } from '../../domain/ranking/fair-mean.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { OwnState } from '../submitting/own-state.ts';
import { ownState } from '../submitting/own-state.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** How far judging is, by number of submission: the order says nothing about scores. */
export interface ProgressView {
  edition: Edition;
  round: Round;
  lines: ProgressLine[];
}

interface ProgressLine {
  submission: Submission;
  handedIn: number;
  /** Judges who count. */
  judges: number;
  /** For a judge: how far their own sheet is. */
  own?: OwnState;
  /** The judge's own mean, once handed in. */
  ownMean?: number;
}

/** @throws RefusedError */
export async function viewProgress(world: World, person: PersonKey): Promise<ProgressView> {
  const { edition, round, role } = await roundNow(world, person);
  if (!maySeeProgress(role)) throw new RefusedError('not-found');
  const judges = world.readModel.roles(edition.id).filter(isJudge);
  const lines = world.readModel
    .submissionsOf(edition.id)
    .filter((submission) => submission.status === 'submitted')
    .map((submission): ProgressLine => {
      const seating = world.readModel.seating(submission.id, round);
      const counting = panelFor(judges, submission, seating);
      return {
        submission,
        handedIn: world.readModel.handedIn(submission.id, round.id, counting),
        judges: counting.length,
        ...ownOf(world, round, role, submission, seating),
      };
    });
  return { edition, round, lines };
}

function ownOf(
  world: World,
  round: Round,
  role: EditionRole | undefined,
  submission: Submission,
  seating: Seating,
): Pick<ProgressLine, 'own' | 'ownMean'> {
  if (!isJudge(role)) return {};
  const { own, sheet } = ownState(world.readModel, round, role, submission, seating);
  return own === 'handed-in' && sheet !== undefined
    ? { own, ownMean: sheetMean(sheet.scores, round.criteria) }
    : { own };
}
