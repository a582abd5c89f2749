import { describe, expect, test } from '@jest/globals';
import { readSettings, SettingsError } from '../../bot/settings.ts';

const guid = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';
const production = {
  DATA_FOLDER: '/data',
  PUBLIC_ADDRESS: 'https://gemeentedelers.example/',
  BOT_APP_ID: guid,
  BOT_TENANT_ID: guid,
  TENANT_IDS: `${guid}, ${guid}`,
  TAB_APP_ID: guid,
};
const simulator = 'http://127.0.0.1:3979';
const local = {
  ...production,
  ENVIRONMENT: 'local',
  PUBLIC_ADDRESS: 'http://127.0.0.1:3978',
  BOT_TOKEN_ISSUER: `${simulator}/botframework`,
  BOT_OPENID_METADATA: `${simulator}/botframework/.well-known/openidconfiguration`,
  SERVICE_URL_HOSTS: '127.0.0.1:3979',
  TAB_AUTHORITY: `${simulator}/entra/`,
  TAB_HOST_ORIGINS: simulator,
  GRAPH_ADDRESS: `${simulator}/graph`,
};

function faultsOf(environment: Record<string, string | undefined>): string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.faults;
  }
}

describe('the settings', () => {
  test('of production name Microsoft as the only one to trust', () => {
    const settings = readSettings(production);
    expect(settings).toMatchObject({ environment: 'production', host: '0.0.0.0', port: 3978 });
    expect(settings.publicAddress).toBe('https://gemeentedelers.example');
    expect(settings.bot).toMatchObject({
      tokenIssuer: 'https://api.botframework.com',
      tenantIds: [guid, guid],
      manifestId: guid,
    });
    expect(settings.tab).toMatchObject({ authority: 'https://login.microsoftonline.com', hostOrigins: [] });
  });

  test('of a laptop listen on loopback', () => {
    expect(readSettings(local)).toMatchObject({ environment: 'local', host: '127.0.0.1' });
  });

  const cosmos = {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://gd.documents.azure.com:443/',
    COSMOS_DATABASE: 'gemeentedelers',
    COSMOS_CONTAINER: 'documents',
  };

  test('choose the store, and ask only for what that one needs', () => {
    expect(readSettings(production).store).toEqual({ kind: 'sqlite', folder: '/data' });
    expect(readSettings({ ...production, DATA_FOLDER: undefined, ...cosmos }).store).toEqual({
      kind: 'cosmos',
      endpoint: 'https://gd.documents.azure.com:443',
      databaseId: 'gemeentedelers',
      containerId: 'documents',
    });
    expect(faultsOf({ ...production, STORE: 'cosmos' })).toEqual([
      'COSMOS_ENDPOINT is missing',
      'COSMOS_DATABASE is missing',
      'COSMOS_CONTAINER is missing',
    ]);
    expect(faultsOf({ ...production, STORE: 'mongo', PORT: 'x' })).toHaveLength(2);
  });

  test('let a developer use a store in the cloud, and production none on this machine', () => {
    expect(faultsOf({ ...local, ...cosmos })).toEqual([]);
    const here = 'https://127.0.0.1:8081';
    expect(faultsOf({ ...production, ...cosmos, COSMOS_ENDPOINT: here })).toEqual([
      `COSMOS_ENDPOINT is ${here}, which production does not trust`,
    ]);
  });

  test('name every missing one at once', () => {
    expect(faultsOf({})).toEqual(Object.keys(production).map((name) => `${name} is missing`));
  });

  test.each([
    ['a number that is none', { PORT: 'veel' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['an app id that is no id', { BOT_APP_ID: 'app' }, 'BOT_APP_ID'],
    ['no tenant', { TENANT_IDS: ' , ' }, 'TENANT_IDS'],
    ['an unknown environment', { ENVIRONMENT: 'test' }, 'ENVIRONMENT'],
  ])('refuse %s', (_what, change, name) => {
    const faults = faultsOf({ ...production, ...change });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  test.each([
    'PUBLIC_ADDRESS',
    'BOT_TOKEN_ISSUER',
    'BOT_OPENID_METADATA',
    'TAB_AUTHORITY',
    'TAB_HOST_ORIGINS',
    'GRAPH_ADDRESS',
  ] as const)('of production refuse this machine, or no encryption, as %s', (name) => {
    for (const value of [
      'http://127.0.0.1:3979',
      'https://localhost',
      'https://[::1]:8',
      'http://elders.example',
    ]) {
      expect(faultsOf({ ...production, [name]: value })).toEqual([expect.stringContaining(`${name} is `)]);
    }
  });

  test('of production refuse this machine as the place that answers go to', () => {
    expect(faultsOf({ ...production, SERVICE_URL_HOSTS: '127.0.0.1:3979' })).toHaveLength(1);
  });

  test.each([
    ['BOT_TOKEN_ISSUER', 'https://api.botframework.com'],
    ['GRAPH_ADDRESS', 'https://graph.microsoft.com'],
    ['HOST', '0.0.0.0'],
  ])('of a laptop refuse the outside as %s', (name, value) => {
    expect(faultsOf({ ...local, [name]: value })).toEqual([expect.stringContaining(`${name} is `)]);
  });

  const measured = `InstrumentationKey=${guid};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/`;

  test('measure nothing unless told where to', () => {
    expect(readSettings(production).telemetry).toBeUndefined();
    expect(
      readSettings({ ...production, APPLICATIONINSIGHTS_CONNECTION_STRING: '' }).telemetry,
    ).toBeUndefined();
    const settings = readSettings({ ...production, APPLICATIONINSIGHTS_CONNECTION_STRING: measured });
    expect(settings.telemetry).toEqual({
      connectionString: measured,
      endpoint: 'https://westeurope-5.in.applicationinsights.azure.com/',
    });
  });

  test.each(['nonsense', `InstrumentationKey=${guid}`, 'IngestionEndpoint=https://one.example/'])(
    'refuse %s as a place to measure to',
    (value) => {
      expect(faultsOf({ ...production, APPLICATIONINSIGHTS_CONNECTION_STRING: value })).toHaveLength(1);
    },
  );

  test('of a laptop measure to nobody outside it', () => {
    expect(faultsOf({ ...local, APPLICATIONINSIGHTS_CONNECTION_STRING: measured })).toHaveLength(1);
  });

  test.each(['mailto:veilig@example.nl', 'https://example.nl/veilig', ''])(
    'take %s as contact',
    (contact) => {
      const { securityContact } = readSettings({ ...production, SECURITY_CONTACT: contact });
      expect(securityContact).toBe(contact === '' ? undefined : contact);
    },
  );

  test.each(['veilig@example.nl', 'mailto:veilig', 'http://example.nl', 'mailto:a@b.nl\nContact: c'])(
    'refuse %s as contact',
    (contact) => {
      expect(faultsOf({ ...production, SECURITY_CONTACT: contact })).toHaveLength(1);
    },
  );
});
