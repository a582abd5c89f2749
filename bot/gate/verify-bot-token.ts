import { RefusedError } from './refused-error.ts';
import type { SigningKeys } from './signing-keys.ts';
import { bearerToken, verifySignature } from './verify-signature.ts';

/** Whom we believe when they say that they bring something from Teams. */
export interface BotTrust {
  appId: string;
  tokenIssuer: string;
  keys: SigningKeys;
  now?: () => number;
}

/** What a verified token vouches for. */
export interface BotToken {
  serviceUrl: string;
  /** The channels that its key may speak for. */
  endorsements: readonly string[];
}

/**
 * Checks what comes with a request to the bot before any of it is read. What the token says about the activity is
 * checked against that by `checkActivity`.
 * @param authorization the header of that name
 * @throws RefusedError
 */
export async function verifyBotToken(authorization: string | undefined, trust: BotTrust): Promise<BotToken> {
  const { claims, key } = await verifySignature(bearerToken(authorization), {
    issuer: trust.tokenIssuer,
    audience: trust.appId,
    keys: trust.keys,
    now: (trust.now ?? Date.now)(),
  });
  const serviceUrl = claims['serviceurl'];
  if (typeof serviceUrl !== 'string' || serviceUrl === '') throw new RefusedError('token-claims');
  return { serviceUrl, endorsements: key.endorsements };
}
