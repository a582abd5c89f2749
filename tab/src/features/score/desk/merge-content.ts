import type { Content } from './content.ts';

interface Merged {
  content: Content;
  /** Scores from here that gave way to what another device chose. */
  chosenHere: Content['scores'];
}

/**
 * Brings together what was filled in here and what another device stored, from the same beginning, so that nothing is
 * lost: what changed on one side only is taken; of two scores the stored one stands, two remarks come one below the other.
 */
export function mergeContent(base: Content, here: Content, there: Content): Merged {
  const ids = [...new Set([here, there].flatMap(({ scores }) => Object.keys(scores)))];
  const scores: Content['scores'] = {};
  const chosenHere: Content['scores'] = {};
  for (const id of ids) {
    const [before, mine, theirs] = [base.scores[id], here.scores[id], there.scores[id]];
    const taken = theirs === before ? mine : theirs;
    if (taken !== undefined) scores[id] = taken;
    if (mine !== undefined && mine !== before && mine !== taken) chosenHere[id] = mine;
  }
  const remarked = [...new Set([here, there].flatMap(({ remarks }) => Object.keys(remarks)))];
  const remarks = Object.fromEntries(
    remarked.map((id) => [id, mergeRemark(base.remarks[id], here.remarks[id], there.remarks[id])]),
  );
  const overallRemark = mergeRemark(base.overallRemark, here.overallRemark, there.overallRemark);
  return { content: { scores, remarks, overallRemark }, chosenHere };
}

function mergeRemark(before = '', here = '', there = ''): string {
  if (here.trim() === before.trim()) return there;
  if (there.trim() === before.trim() || here.includes(there)) return here;
  return there.includes(here) ? there : `${there}\n\n${here}`;
}
