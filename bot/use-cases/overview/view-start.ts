import type { Edition } from '../../domain/edition/edition.ts';
import { phaseOf } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stage } from '../../domain/submission/stage.ts';
import { stageOf } from '../../domain/submission/stage.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { draftPrefix, drafts } from '../../store/documents/draft-documents.ts';
import { personPartition } from '../../store/documents/person-documents.ts';
import { findCurrentEdition, roleIn } from '../edition-context.ts';
import { readOwnFeedback } from '../feedback/feedback-read.ts';
import type { RoleTask } from './start-tasks.ts';
import { roleTasks } from './start-tasks.ts';
import type { World } from '../world.ts';

/** Where the edition stands, what somebody has to do, and what they handed in. */
export interface StartView {
  now: Instant;
  edition?: Edition;
  tasks: StartTask[];
  /** Newest first. */
  own: OwnStart[];
}

export type StartTask =
  | RoleTask
  | { kind: 'hand-in'; closesAt: Instant }
  | { kind: 'finish-draft'; title?: string; changes: boolean; closesAt: Instant };

export interface OwnStart {
  edition: Edition;
  submission: Submission;
  stage: Stage;
  /** When the newest feedback was sent. */
  feedbackAt?: Instant;
}

/** The same for everybody, with other things in it: what somebody may not know is not there. */
export async function viewStart(world: World, person: PersonKey): Promise<StartView> {
  const who = personId(person);
  const [edition, own] = await Promise.all([findCurrentEdition(world.store), ownOf(world, who)]);
  if (edition === undefined) return { now: world.now(), tasks: [], own };
  const role = await roleIn(world, edition.id, person);
  const [mine, rest] = await Promise.all([
    handingIn(world, edition, who, { hasPlace: (role?.roles.length ?? 0) > 0, hasOwn: own.length > 0 }),
    roleTasks(world, edition, role),
  ]);
  return { now: world.now(), edition, tasks: [...mine, ...rest], own };
}

/** An unfinished draft; without one, and with nothing handed in, to begin. Nothing once handing in is over. */
async function handingIn(
  world: World,
  edition: Edition,
  who: PersonId,
  { hasPlace, hasOwn }: { hasPlace: boolean; hasOwn: boolean },
): Promise<StartTask[]> {
  if (phaseOf(edition, world.now()) !== 'open') return [];
  const { closesAt } = edition;
  const stored = await drafts.list(world.store, personPartition(who), { prefix: draftPrefix });
  const open = stored
    .map(({ value }) => value)
    .filter(({ status, editionId }) => status === 'open' && editionId === edition.id)
    .find(({ changes, answers }) => changes !== undefined || Object.keys(answers).length > 0);
  if (open === undefined) return hasPlace || hasOwn ? [] : [{ kind: 'hand-in', closesAt }];
  const { title } = open.answers;
  const changes = open.changes !== undefined;
  return [{ kind: 'finish-draft', changes, closesAt, ...(title !== undefined && { title }) }];
}

async function ownOf(world: World, who: PersonId): Promise<OwnStart[]> {
  const known = world.readModel.submissionsBy(who);
  const all = await Promise.all(known.map(({ id }) => readOwnFeedback(world, who, id)));
  return all
    .filter((each) => each !== undefined)
    .map(({ edition, submission, feedback }): OwnStart => {
      const sent = feedback.flatMap((each) => each.sent?.at ?? []).sort();
      const feedbackAt = sent.at(-1);
      const stage = stageOf(submission, edition, world.now());
      return { edition, submission, stage, ...(feedbackAt !== undefined && { feedbackAt }) };
    })
    .sort((a, b) => (a.submission.submittedAt < b.submission.submittedAt ? 1 : -1));
}
