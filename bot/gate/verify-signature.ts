import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { RefusedError, type RefusalCode } from './refused-error.ts';
import type { SigningKey, SigningKeys } from './signing-keys.ts';

export interface Expected {
  issuer: string;
  audience: string;
  keys: SigningKeys;
  /** Milliseconds since 1970. */
  now: number;
}

/** How far clocks may differ; what Bot Framework asks for. */
const clockToleranceSeconds = 300;

/**
 * The token of an `Authorization` header.
 * @throws RefusedError `no-token`
 */
export function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new RefusedError('no-token');
  return token;
}

/**
 * Checks algorithm (RS256 only), key, signature, issuer, audience and times of a token.
 * @throws RefusedError with what is wrong
 */
export async function verifySignature(
  token: string,
  expected: Expected,
): Promise<{ claims: JWTPayload; key: SigningKey }> {
  const key = await expected.keys.find(keyId(token));
  if (key === undefined) throw new RefusedError('token-key');
  try {
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      issuer: expected.issuer,
      audience: expected.audience,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(expected.now),
      requiredClaims: ['exp'],
    });
    if (typeof payload.aud !== 'string') throw new RefusedError('token-audience');
    return { claims: payload, key };
  } catch (error) {
    throw asRefusal(error);
  }
}

function keyId(token: string): string {
  const { alg, kid } = header(token);
  if (alg !== 'RS256') throw new RefusedError('token-algorithm');
  if (kid === undefined) throw new RefusedError('token-key');
  return kid;
}

function header(token: string): { alg?: unknown; kid?: string } {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { alg, kid: typeof kid === 'string' ? kid : undefined };
  } catch (error) {
    throw new RefusedError('token-malformed', { cause: error });
  }
}

const claimCodes: Partial<Record<string, RefusalCode>> = {
  iss: 'token-issuer',
  aud: 'token-audience',
  exp: 'token-time',
  nbf: 'token-time',
};

function asRefusal(error: unknown): unknown {
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new RefusedError('token-signature', { cause: error });
  }
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) {
    return new RefusedError(claimCodes[error.claim] ?? 'token-claims', { cause: error });
  }
  if (error instanceof errors.JOSEError) return new RefusedError('token-malformed', { cause: error });
  return error;
}
