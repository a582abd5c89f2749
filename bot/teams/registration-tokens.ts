import { request } from 'undici';
import { z } from 'zod';
import type { TokenSource } from './app-tokens.ts';

/** A registration in Entra that takes the word of a managed identity for who asks: it has no secret. */
export interface Registration {
  clientId: string;
  tenantId: string;
  /** Entra's address, without slash at the end. */
  authority: string;
}

/** Entra does not let the identity speak for the registration: nobody has said there that it may. */
export class NotTrustedError extends Error {
  readonly code = 'not-trusted';
  constructor(reason: string) {
    super(`Entra gives no token for the registration: ${reason}`);
    this.name = 'NotTrustedError';
  }
}

/** What a managed identity shows when it speaks for a registration. */
const assertionScope = 'api://AzureADTokenExchange/.default';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const withinMs = 8_000;

const givenSchema = z.object({ access_token: z.string(), expires_in: z.number() });
/** The number of Entra's error says more than its name, and its text has ids in it. */
const refusedSchema = z.object({ error: z.string(), error_codes: z.array(z.number()).optional() });

/**
 * Tokens of the registration, by the identity's word in place of a secret. Asked here and not by `@azure/identity`,
 * whose client speaks with no Entra but Microsoft's.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, third case.
 * @throws NotTrustedError
 */
export function registrationTokens(
  { clientId, tenantId, authority }: Registration,
  identity: TokenSource,
): TokenSource {
  return {
    async getToken(scope) {
      const { token: assertion } = await identity.getToken(assertionScope);
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        scope,
        client_assertion_type: assertionType,
        client_assertion: assertion,
      });
      const askedAt = Date.now();
      const { statusCode, body } = await request(`${authority}/${tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        signal: AbortSignal.timeout(withinMs),
      });
      const answer: unknown = await body.json();
      if (statusCode === 400 || statusCode === 401) throw new NotTrustedError(reasonOf(answer));
      const given = givenSchema.parse(answer);
      return { token: given.access_token, expiresOnTimestamp: askedAt + given.expires_in * 1_000 };
    },
  };
}

function reasonOf(answer: unknown): string {
  const refused = refusedSchema.safeParse(answer);
  if (!refused.success) return 'it does not say why';
  return [refused.data.error, ...(refused.data.error_codes ?? [])].join(' ');
}
