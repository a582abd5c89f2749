import { ManagedIdentityCredential } from '@azure/identity';
import type { Registration } from './registration-tokens.ts';
import { registrationTokens } from './registration-tokens.ts';

/** The part of a credential of `@azure/identity` that we use. */
export interface TokenSource {
  getToken(scope: string): Promise<{ token: string; expiresOnTimestamp: number }>;
}

/** The app's own tokens, for what it asks of Microsoft. */
export interface AppTokens {
  /** @throws whatever the source throws, or TokenTimeoutError */
  of(scope: string): Promise<string>;
  /** Forgets a token that was not believed. */
  drop(scope: string): void;
}

export const botScope = 'https://api.botframework.com/.default';
export const graphScope = 'https://graph.microsoft.com/.default';

/** Entra did not give a token in time. */
class TokenTimeoutError extends Error {
  readonly code = 'token-timeout';
  constructor() {
    super('no token in time');
    this.name = 'TokenTimeoutError';
  }
}

const tokenWithinMs = 10_000;
const renewBeforeEndMs = 5 * 60_000;

/** Who the app is to Microsoft: a bot, and the registration that owners of a team let read there. */
export interface TeamsTokens {
  bot: AppTokens;
  graph: AppTokens;
}

/**
 * The bot is the managed identity that the app runs as; where it asks is in the environment of the host. Consent in
 * Teams can only be for a registration, so that is who asks Graph, on the word of the same identity.
 * @NOTE the credential keeps tokens of its own until they end, so one that is dropped here may come back.
 */
export function teamsTokens(botId: string, registration: Registration): TeamsTokens {
  const credential = new ManagedIdentityCredential({ clientId: botId, retryOptions: { maxRetries: 2 } });
  const identity: TokenSource = { getToken: (scope) => credential.getToken(scope) };
  return { bot: appTokens(identity), graph: appTokens(registrationTokens(registration, identity)) };
}

/** Keeps tokens until shortly before they end, and asks once for many who want the same. */
export function appTokens(source: TokenSource, now: () => number = Date.now): AppTokens {
  const kept = new Map<string, { token: string; until: number }>();
  const underWay = new Map<string, Promise<string>>();

  async function fetchToken(scope: string): Promise<string> {
    try {
      const { token, expiresOnTimestamp } = await inTime(source.getToken(scope));
      kept.set(scope, { token, until: expiresOnTimestamp - renewBeforeEndMs });
      return token;
    } finally {
      underWay.delete(scope);
    }
  }
  return {
    async of(scope) {
      const known = kept.get(scope);
      if (known !== undefined && now() < known.until) return known.token;
      const asked = underWay.get(scope) ?? fetchToken(scope);
      underWay.set(scope, asked);
      return asked;
    },
    drop: (scope) => void kept.delete(scope),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TokenTimeoutError()), tokenWithinMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
