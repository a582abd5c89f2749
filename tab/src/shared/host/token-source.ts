/** Gives a token that is good for a while yet; kept in memory only. */
export interface TokenSource {
  get(): Promise<string>;
  /** A new one, after the server refused `refused`; asked once for all who were refused the same. */
  renew(refused: string): Promise<string>;
}

/** Teams gave no token: the person said no, or the organisation has not allowed the app. */
export class SignInFailedError extends Error {
  readonly code = 'sign-in-failed';
}

/** Renewed before it ends, so that no question is asked with one that ends on its way. */
const marginMs = 60_000;

/** @param ask Teams' `getAuthToken` @param now in ms since 1970 */
export function createTokenSource(ask: () => Promise<string>, now: () => number = Date.now): TokenSource {
  let token: string | undefined;
  let asking: Promise<string> | undefined;
  const fresh = () => {
    asking ??= ask()
      .then(
        (given) => (token = given),
        (error: unknown) => {
          token = undefined;
          throw new SignInFailedError('Teams gave no token', { cause: error });
        },
      )
      .finally(() => (asking = undefined));
    return asking;
  };
  return {
    async get() {
      return token !== undefined && endOf(token) - marginMs > now() ? token : fresh();
    },
    async renew(refused) {
      return token === undefined || token === refused ? fresh() : token;
    },
  };
}

/** When a JWT ends, in ms since 1970; a token that can't be read is used until the server refuses it. */
function endOf(token: string): number {
  const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/');
  if (payload === undefined) return Infinity;
  try {
    const claims: unknown = JSON.parse(atob(payload));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return Infinity;
    return typeof claims.exp === 'number' ? claims.exp * 1000 : Infinity;
  } catch (error) {
    // atob and JSON.parse say that it is no token they know; whether it is one is the server's to say.
    if (error instanceof SyntaxError || error instanceof DOMException) return Infinity;
    throw error;
  }
}
