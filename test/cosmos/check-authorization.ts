import { createLocalJWKSet, errors, jwtVerify, type JWK } from 'jose';
import { WireRefusal } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

export type CheckAuthorization = (request: WireRequest) => Promise<void>;

const entraToken = /^type=aad&ver=1\.0&sig=(?<token>[\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Lets in who brings a token for this account, signed by one of these keys; account keys are not taken.
 * Source: learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources
 */
export function authorizationCheck(keys: JWK[], audience: string): CheckAuthorization {
  const jwks = createLocalJWKSet({ keys });
  return async (request) => {
    if (request.header('x-ms-version') === undefined) throw new WireRefusal(400, 'x-ms-version is missing.');
    const header = decodeURIComponent(request.header('authorization') ?? '');
    const token = entraToken.exec(header)?.groups?.['token'];
    if (token === undefined) throw new WireRefusal(401, 'No token of Entra.');
    try {
      await jwtVerify(token, jwks, { audience, algorithms: ['RS256'] });
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new WireRefusal(401, error.message);
      throw error;
    }
  };
}
