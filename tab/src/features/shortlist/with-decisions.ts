import type { Cut, CutDecision, CutLine } from '../../../../bot/http/contract/cut.ts';

/** A cut as other decisions make it: what is shown until the server has said the same. */
export function withDecisions(cut: Cut, decisions: CutDecision[]): Cut {
  return {
    ...cut,
    decisions,
    lines: cut.lines.map((line) => decisions.reduce(decided, byScores(line))),
    isUndecided: cut.how.decidedBy === 'nothing' && !decisions.some(({ kind }) => kind === 'overrule'),
  };
}

function byScores(line: CutLine): CutLine {
  const isTie = line.byScores === 'within' && line.isTied;
  return { ...line, side: line.byScores, because: isTie ? 'tie' : 'scores' };
}

function decided(line: CutLine, decision: CutDecision): CutLine {
  const { id } = line.submission;
  switch (decision.kind) {
    case 'wildcard':
      return decision.submissionId === id ? { ...line, side: 'within', because: 'wildcard' } : line;
    case 'move':
      return decision.submissionId === id ? { ...line, side: decision.to, because: 'move' } : line;
    case 'overrule': {
      const side = decision.within.includes(id) ? 'within' : 'outside';
      return { ...line, side, because: 'overrule' };
    }
    default:
      return decision satisfies never;
  }
}
