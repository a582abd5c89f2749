import { decodeJwt } from 'jose';
import { z } from 'zod';
import { RefusedError } from './refused-error.ts';
import { remoteKeys, type SigningKeys } from './signing-keys.ts';
import { bearerToken, verifySignature } from './verify-signature.ts';

/** Whose sign-in the tab's door believes. */
export interface TabTrust {
  /** The app registration whose tokens the tab brings. */
  appId: string;
  /** Entra's address, without a slash at the end. */
  authority: string;
  /** The Teams clients that may ask for such a token. */
  clientIds: readonly string[];
  tenantIds: readonly string[];
  now?: () => number;
  onKeysFailure?: (error: unknown) => void;
}

/** Who is signed in. The mail address is for show and for guesses, never to know somebody by. */
export interface TabPerson {
  tenantId: string;
  objectId: string;
  name: string;
  mail?: string;
  /** When the token ends, in seconds since 1970. */
  expiresAt: number;
}

const scope = 'access_as_user';

const claimsSchema = z.looseObject({
  tid: z.guid(),
  oid: z.guid(),
  exp: z.number(),
  ver: z.literal('2.0'),
  azp: z.string(),
  scp: z.string(),
  name: z.string().default(''),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});

/**
 * The check of the tab's door, with the keys of each tenant kept between calls.
 * @returns a function from the `Authorization` header to who it is, which throws RefusedError
 */
export function tabTokenVerifier(trust: TabTrust): (authorization?: string) => Promise<TabPerson> {
  const keysOf = tenantKeys(trust);
  return async (authorization) => {
    const token = bearerToken(authorization);
    const tenantId = claimedTenant(token);
    const keys = keysOf.get(tenantId);
    if (keys === undefined) throw new RefusedError('tenant');
    const { claims } = await verifySignature(token, {
      issuer: `${trust.authority}/${tenantId}/v2.0`,
      audience: trust.appId,
      keys,
      now: (trust.now ?? Date.now)(),
    });
    return checkClaims(claims, trust);
  };
}

function tenantKeys(trust: TabTrust): Map<string, SigningKeys> {
  return new Map(
    trust.tenantIds.map((id) => {
      const tenantId = id.toLowerCase();
      const address = `${trust.authority}/${tenantId}/discovery/v2.0/keys`;
      return [
        tenantId,
        remoteKeys({ kind: 'jwks', address, now: trust.now, onFailure: trust.onKeysFailure }),
      ] as const;
    }),
  );
}

/** Only to choose whose keys to check it with: nothing is believed yet. */
function claimedTenant(token: string): string {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid : '';
  } catch (error) {
    throw new RefusedError('token-malformed', { cause: error });
  }
}

function checkClaims(claims: unknown, trust: TabTrust): TabPerson {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) throw new RefusedError('token-claims', { cause: parsed.error });
  const { tid, oid, exp, azp, scp, name, email, preferred_username } = parsed.data;
  if (!scp.split(' ').includes(scope)) throw new RefusedError('token-scope');
  if (!trust.clientIds.includes(azp)) throw new RefusedError('token-client');
  return { tenantId: tid, objectId: oid, name, mail: email ?? preferred_username, expiresAt: exp };
}
