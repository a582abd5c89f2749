import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

/** The part of a credential of `@azure/identity` that the Cosmos client uses. */
export interface TestCredential {
  getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number }>;
}

export interface TestTokens {
  publicKeys: JWK[];
  /** Gives signed tokens for whatever is asked for, as Entra does to a managed identity. */
  credential: TestCredential;
}

const validForMs = 3_600_000;

/** Tokens by a key that nobody else has. */
export async function testTokens(): Promise<TestTokens> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const getToken = async (scopes: string | string[]) => {
    const expiresOnTimestamp = Date.now() + validForMs;
    const audience = [scopes].flat().map((scope) => scope.replace(/\/\.default$/, ''));
    const token = await new SignJWT({ oid: 'b0000000-0000-4000-8000-000000000001' })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(Math.floor(expiresOnTimestamp / 1_000))
      .sign(privateKey);
    return { token, expiresOnTimestamp };
  };
  return {
    publicKeys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256' }],
    credential: { getToken },
  };
}
