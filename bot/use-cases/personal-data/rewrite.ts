import type { StoredDocument } from '../../store/port.ts';
import { maxCommitBytes, maxOperations } from '../../store/port.ts';
import type { Deed } from '../log/audit-trail.ts';

/** What becomes of one document of a partition that is written anew. */
export interface Rewrite {
  before: StoredDocument;
  /** `undefined`: it goes. */
  after: StoredDocument | undefined;
  /** What that is an act of, besides what all of it is done for. */
  deed?: Deed;
}

/** Room in a commit for the act that all of it is done for and the end of the log. */
const forTheAct = { operations: 3, bytes: 64 * 1024 };

/**
 * As many of them as go in one commit, from the front; at least one.
 * @param besides how many operations more the commit will have, for what follows from these
 */
export function firstThatFit(rewrites: readonly Rewrite[], besides = 0): Rewrite[] {
  let operations = forTheAct.operations + besides;
  let { bytes } = forTheAct;
  const tooMany = rewrites.findIndex((rewrite, index) => {
    const moves = rewrite.after !== undefined && rewrite.after.id !== rewrite.before.id;
    operations += 1 + (moves ? 1 : 0) + (rewrite.deed === undefined ? 0 : 1);
    bytes += Buffer.byteLength(JSON.stringify([rewrite.after ?? rewrite.before, rewrite.deed]));
    return index > 0 && (operations > maxOperations || bytes > maxCommitBytes);
  });
  return tooMany < 0 ? [...rewrites] : rewrites.slice(0, tooMany);
}
