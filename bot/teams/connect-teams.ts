import type { Messenger } from '../delivery/messenger.ts';
import type { Log } from './answer-event.ts';
import { managedIdentityTokens, type AppTokens } from './app-tokens.ts';
import { microsoftCaller } from './call-microsoft.ts';
import { postFinder } from './find-post.ts';
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
  log: Log;
  /** Those of the managed identity unless told. */
  tokens?: AppTokens;
  /** How long a call may take. */
  withinMs?: number;
}

/** The way out: to the Bot Connector and to Microsoft Graph, with the app's own tokens. */
export function connectTeams(options: ConnectTeamsOptions): TeamsConnection {
  const { appId, manifestId, serviceUrlHosts, graphAddress, log, withinMs } = options;
  const tokens = options.tokens ?? managedIdentityTokens(appId);
  const callConnector = microsoftCaller({ tokens, hosts: serviceUrlHosts, log, withinMs });
  const graphHost = new URL(graphAddress).host;
  const callGraph = microsoftCaller({ tokens, hosts: [graphHost], log, withinMs });
  const find = postFinder({ call: callGraph, graphAddress, manifestId });
  return { messenger: teamsMessenger(callConnector, find), roster: teamsRoster(callConnector) };
}
