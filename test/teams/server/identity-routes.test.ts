import { ManagedIdentityCredential } from '@azure/identity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registrationTokens } from '../../../bot/teams/registration-tokens.ts';
import { startSimulator, type Simulator } from '../simulator.ts';

let simulator: Simulator;
const names = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;

beforeAll(async () => {
  simulator = await startSimulator();
  const environment = simulator.environment(0, '');
  for (const name of names) process.env[name] = environment[name];
});
afterAll(async () => {
  for (const name of names) Reflect.deleteProperty(process.env, name);
  await simulator.stop();
});

/** What becomes of it with the Connector and with Graph. */
async function statuses(token: string): Promise<{ connector: number; graph: number }> {
  const headers = { authorization: `Bearer ${token}` };
  const { groupId, id } = simulator.channel;
  const graph = `${simulator.address}/graph/v1.0/teams/${groupId}/channels/${encodeURIComponent(id)}/messages`;
  const roster = `${simulator.address}/connector/v3/conversations/${encodeURIComponent(id)}/pagedmembers`;
  return {
    connector: (await fetch(roster, { headers })).status,
    graph: (await fetch(graph, { headers })).status,
  };
}

test("Azure's own credential gets tokens here: the Connector takes its own, and Graph none of the bot's", async () => {
  const { BOT_APP_ID = '' } = simulator.environment(0, '');
  const credential = new ManagedIdentityCredential({ clientId: BOT_APP_ID });
  const ofBot = await credential.getToken('https://api.botframework.com/.default');
  expect(ofBot.expiresOnTimestamp).toBeGreaterThan(Date.now() + 1_800_000);
  expect(await statuses(ofBot.token)).toEqual({ connector: 200, graph: 401 });
  const forGraph = await credential.getToken('https://graph.microsoft.com/.default');
  expect(await statuses(forGraph.token)).toEqual({ connector: 401, graph: 401 });
});

test('the registration that a team lets read gets tokens for Graph on the word of the identity', async () => {
  const { BOT_APP_ID = '', TAB_APP_ID = '', BOT_TENANT_ID = '' } = simulator.environment(0, '');
  const authority = `${simulator.address}/entra`;
  const registration = { clientId: TAB_APP_ID, tenantId: BOT_TENANT_ID, authority };
  const identity = new ManagedIdentityCredential({ clientId: BOT_APP_ID });
  const { token, expiresOnTimestamp } = await registrationTokens(registration, {
    getToken: (scope) => identity.getToken(scope),
  }).getToken('https://graph.microsoft.com/.default');
  expect(expiresOnTimestamp).toBeGreaterThan(Date.now() + 1_800_000);
  expect(await statuses(token)).toEqual({ connector: 401, graph: 200 });
});

test.each([
  ['without the secret', {}, 401],
  ['for another identity', { client_id: '00000000-0000-4000-8000-000000000000' }, 400],
  ['for nothing', { resource: '' }, 400],
])('%s there is no token', async (_, changes: Record<string, string>, status) => {
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = simulator.environment(0, '');
  const query = new URLSearchParams({ resource: 'https://graph.microsoft.com', ...changes });
  const headers: Record<string, string> = status === 401 ? {} : { 'x-identity-header': IDENTITY_HEADER };
  expect((await fetch(`${IDENTITY_ENDPOINT}?${query.toString()}`, { headers })).status).toBe(status);
});
