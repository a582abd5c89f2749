import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { addExample } from '../example/add-example.ts';
import { tenantId } from '../people.ts';
import { startSimulator } from '../simulator.ts';
import { freePort, spawnBot } from '../spawn-bot.ts';
import { startSigningProxy } from './signing-proxy.ts';

/**
 * `npm run playground`: the server in Microsoft 365 Agents Playground. The simulator is there for what Microsoft's services
 * do behind the scenes (keys, identity), the proxy signs what the playground says, and the bot's gate checks it.
 */

const playground = '@microsoft/m365agentsplayground@0.2.28';
const playgroundPort = 56150;
const folder = resolve('.data/playground');
const appFolder = join(folder, 'app');

const botPort = await freePort();
const botAddress = `http://127.0.0.1:${botPort}`;
const simulator = await startSimulator({ folder, botAddress });
await addExample(appFolder, simulator, { withOrganisers: true });
const proxy = await startSigningProxy({
  botAddress,
  playgroundAddress: `http://127.0.0.1:${playgroundPort}`,
  tenantId,
  tokenFor: (serviceurl) => simulator.forge.botToken({ claims: { serviceurl } }),
});
const environment = simulator.environment(botPort, appFolder);
const hosts = [environment.SERVICE_URL_HOSTS, proxy.host].join(',');
const bot = spawnBot({ ...environment, SERVICE_URL_HOSTS: hosts }, join(folder, 'server.log'));
await bot.ready();

const child = spawn(
  'npx',
  ['--yes', playground, 'start', '-e', proxy.endpoint, '-c', 'msteams', '-p', `${playgroundPort}`, '--dt'],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
console.log(`\n  GemeenteDelers in Microsoft 365 Agents Playground:  http://127.0.0.1:${playgroundPort}`);
console.log('  Say "hoi" in the personal chat. Stop: Ctrl+C.\n');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void child.kill(signal));
child.once('exit', () => void stop());

async function stop(): Promise<void> {
  await bot.stop();
  await proxy.stop();
  await simulator.stop();
  process.exit();
}
