import type { Messenger } from '../delivery/messenger.ts';
import type { Log } from './answer-event.ts';
import { teamsTokens, type TeamsTokens } from './app-tokens.ts';
import { microsoftCaller } from './call-microsoft.ts';
import { postFinder } from './find-post.ts';
import type { Registration } from './registration-tokens.ts';
import { teamsRoster, type Roster } from './roster.ts';
import { teamsMessenger } from './teams-messenger.ts';

export interface TeamsConnection {
  messenger: Messenger;
  roster: Roster;
}

export interface ConnectTeamsOptions {
  appId: string;
  /** The app's id in its manifest. */
  manifestId: string;
  serviceUrlHosts: readonly string[];
  graphAddress: string;
  /** The one that owners of a team let read there. */
  registration: Registration;
  log: Log;
  /** Those of the managed identity and the registration unless told. */
  tokens?: TeamsTokens;
  /** How long a call may take. */
  withinMs?: number;
}

/** The way out: to the Bot Connector and to Microsoft Graph, with the app's own tokens. */
export function connectTeams(options: ConnectTeamsOptions): TeamsConnection {
  const { manifestId, serviceUrlHosts, graphAddress, log, withinMs } = options;
  const tokens = options.tokens ?? teamsTokens(options.appId, options.registration);
  const callConnector = microsoftCaller({ tokens: tokens.bot, hosts: serviceUrlHosts, log, withinMs });
  const graphHost = new URL(graphAddress).host;
  const callGraph = microsoftCaller({ tokens: tokens.graph, hosts: [graphHost], log, withinMs });
  const find = postFinder({ call: callGraph, graphAddress, manifestId });
  return { messenger: teamsMessenger(callConnector, find), roster: teamsRoster(callConnector) };
}
