import { z } from 'zod';
import type { StoreSettings } from './store/open-store.ts';

/** What an administrator decides. Addresses have no slash at the end. */
export interface Settings {
  environment: 'production' | 'local';
  host: string;
  port: number;
  store: StoreSettings;
  /** Where people reach this server: `https://…`. */
  publicAddress: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  bot: BotSettings;
  tab: TabSettings;
  graphAddress: string;
  /**
   * When Teams gave no clear answer to a post, how many milliseconds to wait before believing that what is not there
   * did not arrive.
   */
  deliverySettleMs: number;
  /** After how many milliseconds without a sign of life of one server another takes over its work. */
  leaseMs: number;
  /** People who are organiser of every edition: `tenant:object id`. */
  firstOrganisers: string[];
  /** Where whoever finds a weakness can report it: `mailto:…` or `https://…`. */
  securityContact?: string;
  /** Where what is measured goes; absent: nowhere, and nothing is loaded for it. */
  telemetry?: TelemetrySettings;
}

export interface TelemetrySettings {
  /** Of Application Insights. */
  connectionString: string;
  /** The part of it that says where to. */
  endpoint: string;
}

interface BotSettings {
  appId: string;
  /** The app's id in its Teams manifest. */
  manifestId: string;
  /** The tenant the app is registered in. */
  tenantId: string;
  /** The tenants whose people may use it. */
  tenantIds: string[];
  /** Who signs what Teams sends us. */
  tokenIssuer: string;
  openIdMetadata: string;
  /** Hosts we answer to; `*.` in front stands for any one name or more. */
  serviceUrlHosts: string[];
}

interface TabSettings {
  /** The app registration whose tokens the tab brings. */
  appId: string;
  /** Entra's address; the tenant follows. */
  authority: string;
  /** The Teams clients that may ask for such a token. */
  clientIds: string[];
  /** Who else than Teams may frame the tab. */
  hostOrigins: string[];
}

/** Every fault at once, each as a sentence. */
export class SettingsError extends Error {
  readonly code = 'settings';
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const teamsClients = '1fec8e78-bce4-4aaf-ab1b-5451cc387264,5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const address = z.url().transform((text) => text.replace(/\/+$/, ''));
const guid = z.guid();
const guids = list.pipe(z.array(guid).min(1));
/** A setting that is empty is not set. */
const optional = <T>(schema: z.ZodType<T, string>) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(schema)
    .optional();

const contact = z
  .string()
  .regex(/^(mailto:[^\s@]+@\S+|https:\/\/\S+)$/, 'has to begin with mailto: or https://');
const connectionString = z.string().transform((text, context): TelemetrySettings => {
  const [, endpoint] = /(?:^|;)IngestionEndpoint=([^;]+)/i.exec(text) ?? [];
  if (endpoint === undefined || !/(?:^|;)InstrumentationKey=[\da-f-]{36}(?:;|$)/i.test(text)) {
    context.addIssue('is no connection string of Application Insights, with its IngestionEndpoint');
  }
  return { connectionString: text, endpoint: endpoint ?? '' };
});

const variables = z.object({
  ENVIRONMENT: z.enum(['production', 'local']).default('production'),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  PUBLIC_ADDRESS: address,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  BOT_APP_ID: guid,
  TEAMS_APP_ID: guid.optional(),
  BOT_TENANT_ID: guid,
  TENANT_IDS: guids,
  BOT_TOKEN_ISSUER: address.default('https://api.botframework.com'),
  BOT_OPENID_METADATA: z.url().default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  SERVICE_URL_HOSTS: list.default(['smba.trafficmanager.net', '*.botframework.com']),
  TAB_APP_ID: guid,
  TAB_AUTHORITY: address.default('https://login.microsoftonline.com'),
  TAB_CLIENT_IDS: list.default(teamsClients.split(',')),
  TAB_HOST_ORIGINS: list.default([]),
  GRAPH_ADDRESS: address.default('https://graph.microsoft.com'),
  DELIVERY_SETTLE_MS: z.coerce.number().int().min(100).default(30_000),
  LEASE_MS: z.coerce.number().int().min(1_000).max(20_000).default(20_000),
  FIRST_ORGANISERS: list.default([]),
  SECURITY_CONTACT: optional(contact),
  APPLICATIONINSIGHTS_CONNECTION_STRING: optional(connectionString),
});

const stores = {
  sqlite: z
    .object({ DATA_FOLDER: z.string().min(1) })
    .transform((read): StoreSettings => ({ kind: 'sqlite', folder: read.DATA_FOLDER })),
  cosmos: z
    .object({
      COSMOS_ENDPOINT: address,
      COSMOS_DATABASE: z.string().min(1),
      COSMOS_CONTAINER: z.string().min(1),
    })
    .transform((read): StoreSettings => ({
      kind: 'cosmos',
      endpoint: read.COSMOS_ENDPOINT,
      databaseId: read.COSMOS_DATABASE,
      containerId: read.COSMOS_CONTAINER,
    })),
};
const storeChoice = z.object({ STORE: z.enum(['sqlite', 'cosmos']).default('sqlite') });

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings from the environment.
 * @throws SettingsError that names every fault
 */
export function readSettings(environment: Environment = process.env): Settings {
  const store = readStore(environment);
  const parsed = variables.safeParse(environment);
  if (!parsed.success || !store.success) {
    throw new SettingsError([...faultsOf(environment, store), ...faultsOf(environment, parsed)]);
  }
  const settings = shape(parsed.data, store.data);
  const faults =
    settings.environment === 'production' ? localInProduction(settings) : outsideInLocal(settings);
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function readStore(
  environment: Environment,
): { success: true; data: StoreSettings } | { success: false; error: z.ZodError } {
  const choice = storeChoice.safeParse(environment);
  return choice.success ? stores[choice.data.STORE].safeParse(environment) : choice;
}

function faultsOf(environment: Environment, { error }: { success: boolean; error?: z.ZodError }): string[] {
  return (error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return environment[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
  });
}

function shape(read: z.infer<typeof variables>, store: StoreSettings): Settings {
  const local = read.ENVIRONMENT === 'local';
  return {
    environment: read.ENVIRONMENT,
    host: read.HOST ?? (local ? '127.0.0.1' : '0.0.0.0'),
    port: read.PORT,
    store,
    publicAddress: read.PUBLIC_ADDRESS,
    logLevel: read.LOG_LEVEL,
    bot: {
      appId: read.BOT_APP_ID,
      manifestId: read.TEAMS_APP_ID ?? read.BOT_APP_ID,
      tenantId: read.BOT_TENANT_ID,
      tenantIds: read.TENANT_IDS,
      tokenIssuer: read.BOT_TOKEN_ISSUER,
      openIdMetadata: read.BOT_OPENID_METADATA,
      serviceUrlHosts: read.SERVICE_URL_HOSTS,
    },
    tab: {
      appId: read.TAB_APP_ID,
      authority: read.TAB_AUTHORITY,
      clientIds: read.TAB_CLIENT_IDS,
      hostOrigins: read.TAB_HOST_ORIGINS,
    },
    graphAddress: read.GRAPH_ADDRESS,
    deliverySettleMs: read.DELIVERY_SETTLE_MS,
    leaseMs: read.LEASE_MS,
    firstOrganisers: read.FIRST_ORGANISERS.map((person) => person.toLowerCase()),
    securityContact: read.SECURITY_CONTACT,
    telemetry: read.APPLICATIONINSIGHTS_CONNECTION_STRING,
  };
}

/** All that signs or is trusted, by the name of its setting. */
function trusted(settings: Settings): [string, string][] {
  return [
    ['PUBLIC_ADDRESS', settings.publicAddress],
    ['BOT_TOKEN_ISSUER', settings.bot.tokenIssuer],
    ['BOT_OPENID_METADATA', settings.bot.openIdMetadata],
    ['TAB_AUTHORITY', settings.tab.authority],
    ['GRAPH_ADDRESS', settings.graphAddress],
    ...(settings.telemetry === undefined
      ? []
      : [['APPLICATIONINSIGHTS_CONNECTION_STRING', settings.telemetry.endpoint] as [string, string]]),
    ...settings.bot.serviceUrlHosts.map((host): [string, string] => ['SERVICE_URL_HOSTS', `https://${host}`]),
    ...settings.tab.hostOrigins.map((origin): [string, string] => ['TAB_HOST_ORIGINS', origin]),
  ];
}

function localInProduction(settings: Settings): string[] {
  const { store } = settings;
  // A developer may use a store in the cloud; production none on this machine.
  const inCloud: [string, string][] = store.kind === 'cosmos' ? [['COSMOS_ENDPOINT', store.endpoint]] : [];
  return [...trusted(settings), ...inCloud]
    .filter(([, value]) => isLoopback(value) || !value.startsWith('https://'))
    .map(([name, value]) => `${name} is ${value}, which production does not trust`);
}

function outsideInLocal(settings: Settings): string[] {
  const bound = isLoopback(`http://${settings.host}`)
    ? []
    : [`HOST is ${settings.host}, but local is loopback only`];
  return trusted(settings)
    .filter(([, value]) => !isLoopback(value))
    .map(([name, value]) => `${name} is ${value}, but local trusts this machine only`)
    .concat(bound);
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
