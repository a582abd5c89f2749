const known = ['done', 'failed', 'late', 'odd', 'no answer'];

/** One of few words: what is measured is counted by it. */
export function shortOutcome(kind: string, outcome: string): string {
  if (kind === 'refused' || kind === 'ignored') return outcome === 'failed' ? 'failed' : kind;
  if (outcome.startsWith('said no')) return 'said no';
  return known.includes(outcome) ? outcome : 'other';
}
