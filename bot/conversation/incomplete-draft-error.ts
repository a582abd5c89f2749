/** A draft is being handed in though something is missing: our mistake, and nothing that trying again mends. */
export class IncompleteDraftError extends Error {
  readonly code = 'incomplete-draft';
}
