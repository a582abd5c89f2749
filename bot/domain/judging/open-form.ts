/** What a judge fills in on a card: scores, or why they abstain. */
export type OpenForm = 'scores' | 'abstention';
