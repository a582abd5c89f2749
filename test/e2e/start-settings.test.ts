import { describe, expect, test } from '@jest/globals';
import { spawnBot } from '../teams/spawn-bot.ts';

/** How the server ended that was started with these settings, and what it said. */
async function startWith(
  environment: Record<string, string>,
): Promise<{ code: number | null; said: string[] }> {
  const bot = spawnBot(environment);
  const { code } = await bot.ended;
  return { code, said: bot.output().trim().split('\n') };
}

const registrations = [
  'PUBLIC_ADDRESS is missing',
  'BOT_APP_ID is missing',
  'BOT_TENANT_ID is missing',
  'TENANT_IDS is missing',
  'TAB_APP_ID is missing',
];

describe('a server that is started in production with nothing else', () => {
  test('refuses, and lists every setting that is missing in one go', async () => {
    const { code, said } = await startWith({ ENVIRONMENT: 'production' });
    expect(code).toBe(1);
    expect(said).toEqual([
      'The settings are not right:',
      ...['DATA_FOLDER is missing', ...registrations].map((fault) => `  - ${fault}`),
    ]);
  });

  test('on Cosmos DB asks for where that is', async () => {
    const { code, said } = await startWith({ ENVIRONMENT: 'production', STORE: 'cosmos' });
    const store = ['COSMOS_ENDPOINT', 'COSMOS_DATABASE', 'COSMOS_CONTAINER'];
    expect(code).toBe(1);
    expect(said.slice(1)).toEqual(
      [...store.map((name) => `${name} is missing`), ...registrations].map((fault) => `  - ${fault}`),
    );
  });
});
