import type { EditionRole } from '../../../../bot/domain/edition/edition-role.ts';
import type { PersonId } from '../../../../bot/domain/person.ts';

/** The rules of judging in short, with nothing of stores: what each judge has at each case, and who counts. */

export interface JudgeState {
  isIn: boolean;
  organisation?: string;
  /** Judges only what is in another category. */
  isElsewhere: boolean;
}

export interface CaseState {
  municipality: string;
  /** Who was assigned; everybody unless the round has that. */
  assigned: 'everybody' | readonly PersonId[];
}

interface Sheet {
  status: 'draft' | 'handed-in';
  revision: number;
  scores: string;
}

export class JuryModel {
  readonly sheets = new Map<string, Sheet>();
  readonly abstentions = new Map<string, { out: boolean; revision: number }>();
  readonly judges: JudgeState[];
  readonly cases: CaseState[];
  readonly #ids: readonly PersonId[];
  isOpen: () => boolean = () => true;

  constructor(ids: readonly PersonId[], cases: CaseState[]) {
    this.#ids = ids;
    this.judges = ids.map(() => ({ isIn: true, isElsewhere: false }));
    this.cases = cases;
  }

  isOut = (key: string) => this.abstentions.get(key)?.out ?? false;

  /** Whether they have a seat, also while they abstain. */
  isSeated(judge: number, entry: number): boolean {
    const [state, about] = [this.judges[judge], this.cases[entry]];
    if (state === undefined || about === undefined || !state.isIn || state.isElsewhere) return false;
    if (state.organisation === about.municipality) return false;
    return about.assigned === 'everybody' || about.assigned.includes(this.#ids[judge] ?? '');
  }

  mayAct = (judge: number, entry: number) => this.isOpen() && this.isSeated(judge, entry);

  write(judge: number, entry: number, wish: string, scores: readonly number[], basedOn: number): void {
    const key = keyOf(judge, entry);
    const before = this.sheets.get(key);
    if (!this.mayAct(judge, entry) || this.isOut(key) || (before?.revision ?? 0) !== basedOn) return;
    const handsIn = scores.length === 4 && (wish === 'hand-in' || before?.status === 'handed-in');
    if (before?.status === 'handed-in' && !handsIn) return;
    const status = handsIn ? 'handed-in' : 'draft';
    // As it is already: there is nothing to revise.
    if (before?.status === status && before.scores === scores.join()) return;
    this.sheets.set(key, { status, revision: basedOn + 1, scores: scores.join() });
  }

  abstain(judge: number, entry: number, out: boolean, basedOn: number): void {
    const key = keyOf(judge, entry);
    const before = this.abstentions.get(key);
    if (!this.mayAct(judge, entry) || (before?.revision ?? 0) !== basedOn) return;
    if ((before?.out ?? false) !== out) this.abstentions.set(key, { out, revision: basedOn + 1 });
  }

  counts(entry: number): { handedIn: number; judges: number } {
    const panel = [...this.judges.keys()].filter(
      (judge) => this.isSeated(judge, entry) && !this.isOut(keyOf(judge, entry)),
    );
    const isHandedIn = (judge: number) => this.sheets.get(keyOf(judge, entry))?.status === 'handed-in';
    return { handedIn: panel.filter(isHandedIn).length, judges: panel.length };
  }
}

export function keyOf(judge: number, entry: number): string {
  return `${judge}/${entry}`;
}

/** What the edition keeps of a judge. */
export function roleOf(role: EditionRole, { isIn, organisation, isElsewhere }: JudgeState): EditionRole {
  return {
    ...role,
    roles: isIn ? ['juror'] : [],
    organisation,
    ...(isElsewhere && { limits: { juror: { categories: ['indirect'] } } }),
  };
}
