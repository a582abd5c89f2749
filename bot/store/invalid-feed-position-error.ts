/** The feed was asked to go on from a range or a token that this store never gave out. */
export class InvalidFeedPositionError extends Error {
  readonly code = 'invalid-feed-position';
  readonly range: string;
  readonly token: string | null;
  constructor(range: string, token: string | null) {
    super(`the feed has no position ${token ?? 'null'} in range ${range}`);
    this.range = range;
    this.token = token;
  }
}
