import { once } from 'node:events';
import { pino } from 'pino';
import { createServer } from 'restify';
import { messagesRoute, type MessagesRouteOptions } from '../../../bot/teams/messages-route.ts';

interface LogLine {
  level: number;
  msg: string;
  turn?: string;
  kind?: string;
  outcome?: string;
  ms?: number;
}

export interface BotServer {
  address: string;
  log: LogLine[];
  stop(): Promise<void>;
}

export const sentences = {
  nl: {
    failed: 'Dat lukte niet. Probeer het nog eens.',
    stillWorking: 'Ik ben er nog mee bezig.',
    dialogGone: 'Dit formulier is er niet meer.',
  },
  en: {
    failed: 'That did not work. Please try again.',
    stillWorking: 'I am still working on it.',
    dialogGone: 'This form is gone.',
  },
};

/** The route on a server as the app has it, and what it logs. */
export async function startBotServer(
  options: Omit<MessagesRouteOptions, 'log' | 'sentences'>,
): Promise<BotServer> {
  const log: LogLine[] = [];
  // @NOTE each line is what pino wrote
  const write = (line: string): number => log.push(JSON.parse(line) as LogLine);
  const server = createServer();
  const sentencesOf: MessagesRouteOptions['sentences'] = (language) => sentences[language];
  const route = messagesRoute({ ...options, sentences: sentencesOf, log: pino({}, { write }) });
  server.post('/api/messages', async (request, response) => route(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    address: `http://127.0.0.1:${port}`,
    log,
    async stop() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}
