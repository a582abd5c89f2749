import type { Core } from './core.ts';
import { json, type Call, type Reply, type Route } from './http-server.ts';
import { RefusedError } from './refused-error.ts';

/**
 * App Service's managed identity endpoint, and the metadata by which tokens verify.
 * Source: learn.microsoft.com/azure/app-service/overview-managed-identity (REST endpoint reference)
 */
export function identityRoutes(core: Core): Route[] {
  const { tokens, world } = core;
  const base = world.address;
  const entra = `/entra/${world.tenantId}`;
  return [
    { method: 'GET', path: '/identity/token', answer: (call) => giveToken(core, call) },
    {
      method: 'GET',
      path: '/botframework/.well-known/openidconfiguration',
      answer: () => metadata(tokens.botIssuer, `${base}/botframework/keys`),
    },
    {
      method: 'GET',
      path: '/botframework/keys',
      answer: () =>
        json({
          keys: tokens.publicKeys('bot-framework').map((key) => ({ ...key, endorsements: ['msteams'] })),
        }),
    },
    {
      method: 'GET',
      path: `${entra}/v2.0/.well-known/openid-configuration`,
      answer: () => metadata(tokens.tabIssuer, `${base}${entra}/discovery/v2.0/keys`),
    },
    {
      method: 'GET',
      path: `${entra}/discovery/v2.0/keys`,
      answer: () => json({ keys: tokens.publicKeys('entra') }),
    },
  ];
}

function metadata(issuer: string, keys: string): Reply {
  return json({
    issuer,
    jwks_uri: keys,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  });
}

async function giveToken(core: Core, call: Call): Promise<Reply> {
  if (call.header('x-identity-header') !== core.identitySecret)
    throw new RefusedError(401, 'Unauthorized', 'The X-IDENTITY-HEADER is not right.');
  const { searchParams } = call.url;
  const resource = searchParams.get('resource');
  const clientId = searchParams.get('client_id') ?? core.world.bot.appId;
  if (!resource) throw new RefusedError(400, 'BadArgument', 'The resource is missing.');
  if (clientId !== core.world.bot.appId)
    throw new RefusedError(400, 'BadArgument', `There is no managed identity ${clientId} here.`);
  const { token, expiresOn } = await core.tokens.forIdentity(clientId, bareResource(resource));
  return json({
    access_token: token,
    expires_on: String(expiresOn),
    resource,
    token_type: 'Bearer',
    client_id: clientId,
  });
}

function bareResource(resource: string): string {
  return resource.replace(/\/\.default$/, '').replace(/\/$/, '');
}
