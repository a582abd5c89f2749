import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages } from './build-pages.ts';
import { addExample } from './example/add-example.ts';
import { startSimulator } from './simulator.ts';
import { spawnBot } from './spawn-bot.ts';

/** `npm start`: the whole app on this machine, in a Teams of its own. */

const say = (line: string) => console.log(line);

const { values: options } = parseArgs({
  options: {
    empty: { type: 'boolean', default: false },
    data: { type: 'string', default: '.data' },
    port: { type: 'string', default: '3979' },
    'bot-port': { type: 'string', default: '3978' },
  },
});

await start().catch((error: unknown) => {
  say(`\nIt did not start: ${explained(error)}`);
  process.exit(1);
});

async function start(): Promise<void> {
  const folder = resolve(options.data);
  const appFolder = join(folder, 'app');
  const botPort = Number(options['bot-port']);
  await mkdir(folder, { recursive: true });
  await buildPages(say);
  const simulator = await startSimulator({
    folder,
    port: Number(options.port),
    botAddress: `http://127.0.0.1:${botPort}`,
    // As in a team whose owner agreed to what the app package asks for.
    channelMessages: 'all',
  });
  if (!options.empty) await addExample(appFolder, simulator, { withOrganisers: true });

  const logFile = join(folder, 'server.log');
  const bot = spawnBot(simulator.environment(botPort, appFolder), logFile);
  let stopping = false;
  void bot.ended.then(async ({ code, signal }) => {
    if (!stopping)
      say(`\nThe server stopped (${signal ?? code ?? ''}); ${logFile} says why. Start again: npm start`);
    await simulator.stop();
    process.exit(stopping ? 0 : 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping = true;
      say('\nStopping …');
      void bot.stop();
    });
  }
  await bot.ready();
  await simulator.installInTeam('jury');
  await simulator.installInTeam('organisers');
  say(`\n  GemeenteDelers in a simulated Teams:  ${simulator.address}\n`);
  say(`  Data:  ${folder}${options.empty ? ' (no examples were added)' : ''}`);
  say(`  Log:   ${logFile}`);
  say('  Stop:  Ctrl+C. Everything is kept; npm start goes on where you were.\n');
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `port ${options.port} is in use. Is it running already? Otherwise: npm start -- --port 4979 --bot-port 4978`;
  }
  return error.message;
}
