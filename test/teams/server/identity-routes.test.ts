import { ManagedIdentityCredential } from '@azure/identity';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

test("Azure's own credential gets a token here, and Graph takes it; the Connector does not", async () => {
  const { BOT_APP_ID = '' } = simulator.environment(0, '');
  const credential = new ManagedIdentityCredential({ clientId: BOT_APP_ID });
  const { token, expiresOnTimestamp } = await credential.getToken('https://graph.microsoft.com/.default');
  expect(expiresOnTimestamp).toBeGreaterThan(Date.now() + 1_800_000);
  const headers = { authorization: `Bearer ${token}` };
  const { groupId, id } = simulator.channel;
  const graph = `${simulator.address}/graph/v1.0/teams/${groupId}/channels/${encodeURIComponent(id)}/messages`;
  expect((await fetch(graph, { headers })).status).toBe(200);
  const roster = `${simulator.address}/connector/v3/conversations/${encodeURIComponent(id)}/pagedmembers`;
  expect((await fetch(roster, { headers })).status).toBe(401);
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
