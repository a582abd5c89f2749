/** The store gave no usable answer in time. What was to be written may or may not have been. */
export class StoreUnavailableError extends Error {
  readonly code = 'store-unavailable';
  constructor(cause: unknown) {
    super(`the store gave no answer in time (${cause instanceof Error ? cause.message : 'for no reason'})`, {
      cause,
    });
  }
}
