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
    { method: 'POST', path: `${entra}/oauth2/v2.0/token`, answer: (call) => exchangeToken(core, call) },
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

/**
 * Client credentials with an assertion: the tab's registration trusts the bot's managed identity, and nobody else.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
async function exchangeToken({ tokens, world }: Core, { body }: Call): Promise<Reply> {
  const form = new URLSearchParams(body.toString('utf8'));
  const resource = /^(.+)\/\.default$/.exec(form.get('scope') ?? '')?.[1];
  const isAsked =
    form.get('grant_type') === 'client_credentials' &&
    form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  if (!isAsked || resource === undefined)
    return json({ error: 'invalid_request', error_codes: [900144] }, 400);
  if (form.get('client_id') !== world.tabAppId)
    return json({ error: 'unauthorized_client', error_codes: [700016] }, 400);
  const shown = `Bearer ${form.get('client_assertion') ?? ''}`;
  const isTrusted = await tokens.checkIdentity(shown, 'api://AzureADTokenExchange', world.bot.appId).then(
    () => true,
    () => false,
  );
  if (!isTrusted) return json({ error: 'invalid_client', error_codes: [700213] }, 401);
  const { token } = await tokens.forIdentity(world.tabAppId, resource);
  return json({ access_token: token, token_type: 'Bearer', expires_in: 3_599, ext_expires_in: 3_599 });
}

function bareResource(resource: string): string {
  return resource.replace(/\/\.default$/, '').replace(/\/$/, '');
}
