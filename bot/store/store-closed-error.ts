/** The store was asked for something after `close()`. */
export class StoreClosedError extends Error {
  readonly code = 'store-closed';
  constructor() {
    super('the store is closed');
  }
}
