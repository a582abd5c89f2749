import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { at, fileOf, infra, readAllBicep, readInfraJson } from './bicep-files.ts';
import { isTagged, knownTypes } from './known-types.ts';
import { asText, entriesOf, Expression } from './read-bicep.ts';

const all = await readAllBicep();
const files = [...all];
const main = fileOf(all, 'azure.bicep');
const parametersSchema = z.object({
  parameters: z.record(z.string(), z.object({ value: z.json() })),
});
const { parameters } = parametersSchema.parse(await readInfraJson('azure.parameters.json'));

test('the files are those that are written about', async () => {
  expect([...all.keys()]).toEqual([
    'azure.bicep',
    'botRegistration/azurebot.bicep',
    'data/cosmos.bicep',
    'hosting/appService.bicep',
    'monitoring/alerts.bicep',
    'monitoring/insights.bicep',
    'monitoring/workbook.bicep',
  ]);
  const readme = await readFile(at('README.md'), 'utf8');
  for (const name of all.keys()) expect(readme).toContain(name);
});

describe.each(files)('%s', (name, file) => {
  test('is Bicep, as far as its grammar goes', () => {
    expect(file.faults).toEqual([]);
  });

  test('uses every parameter and variable that it declares', () => {
    const declared = [...file.parameters.keys(), ...file.variables];
    expect(declared.filter((each) => !file.uses.includes(each))).toEqual([]);
  });

  test('names only what is declared', () => {
    const known = new Set([
      ...[...file.parameters.keys(), ...file.variables],
      ...file.resources.map(({ symbol }) => symbol),
      ...file.modules.map(({ symbol }) => symbol),
      ...['concat', 'empty', 'guid', 'loadJsonContent', 'loadTextContent', 'resourceGroup', 'subscription'],
      ...['union', 'allowed', 'batchSize', 'description', 'maxLength', 'maxValue', 'minLength', 'minValue'],
      // what the loops call each of theirs
      ...['alert', 'principalId'],
    ]);
    expect(file.uses.filter((each) => !known.has(each))).toEqual([]);
  });

  test('has resource types and versions that were looked up', () => {
    const given = Object.fromEntries(file.resources.map(({ type, version }) => [type, version]));
    const looked = Object.fromEntries(Object.keys(given).map((type) => [type, knownTypes[type]]));
    expect(given).toEqual(looked);
  });

  test('tags everything that can be tagged', () => {
    const without = file.resources.filter(
      ({ type, body }) => isTagged(type) && entriesOf(body)['tags'] === undefined,
    );
    expect(without.map(({ symbol }) => symbol)).toEqual([]);
  });

  test('hands its modules exactly what they ask for', () => {
    for (const { path, parameters: given } of file.modules) {
      const asked = fileOf(all, new URL(path, at(name)).href.slice(infra.href.length)).parameters;
      const needed = [...asked].filter(([, { hasDefault }]) => !hasDefault).map(([each]) => each);
      expect(given.filter((each) => !asked.has(each))).toEqual([]);
      expect(needed.filter((each) => !given.includes(each))).toEqual([]);
    }
  });

  test('takes from its modules what they give', () => {
    for (const { module, output } of file.moduleOutputs) {
      const path = file.modules.find(({ symbol }) => symbol === module)?.path ?? '';
      expect(fileOf(all, new URL(path, at(name)).href.slice(infra.href.length)).outputs).toContain(output);
    }
  });

  test('loads files that are there', () => {
    for (const path of file.loads) expect(existsSync(new URL(path, at(name)))).toBe(true);
  });

  test('has no secret in it, and asks for none', () => {
    expect(file.text).not.toMatch(/@secure\(|listKeys|listSecrets|AccountKey=|SharedAccessKey/i);
    expect([...file.parameters.keys()].filter((each) => /secret|password|key$/i.test(each))).toEqual([]);
    expect(file.outputs.filter((each) => /secret|password|key$/i.test(each))).toEqual([]);
  });
});

describe('the parameters', () => {
  test('of the file are those of azure.bicep, with all that have no default', () => {
    const given = Object.keys(parameters);
    const needed = [...main.parameters].filter(([, { hasDefault }]) => !hasDefault).map(([name]) => name);
    expect(given.filter((name) => !main.parameters.has(name))).toEqual([]);
    expect(needed.filter((name) => !given.includes(name))).toEqual([]);
  });

  test('make names that every resource takes', () => {
    // The toolkit's suffix has six characters.
    const name = asText(parameters['resourceBaseName']?.value).replace('${{RESOURCE_SUFFIX}}', 'abc123');
    // A Cosmos DB account has the strictest: 3 to 44 small letters, digits and hyphens.
    expect(name).toMatch(/^[a-z][a-z0-9]{3,19}$/);
    expect(asText(parameters['botDisplayName']?.value).length).toBeLessThanOrEqual(42);
    const { decorators } = main.parameters.get('resourceBaseName') ?? { decorators: [] };
    expect(decorators).toEqual(expect.arrayContaining(['@minLength(4)', '@maxLength(20)']));
  });

  test('are each described in azure.bicep', () => {
    const bare = [...main.parameters].filter(
      ([, { decorators }]) => !decorators.some((each) => each.startsWith('@description(')),
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

describe('the server', () => {
  const { resources } = fileOf(all, 'hosting/appService.bicep');
  const properties = (symbol: string) =>
    entriesOf(entriesOf(resources.find((each) => each.symbol === symbol)?.body)['properties']);
  const site = entriesOf(properties('webApp')['siteConfig']);

  test('runs on the Node that the tests ran on', () => {
    const [major] = process.versions.node.split('.');
    expect(site['linuxFxVersion']).toBe(`NODE|${major}-lts`);
  });

  test('is started as the project says, and asked for its health where it answers', async () => {
    const command = asText(site['appCommandLine']).replace('node ', '');
    expect(existsSync(new URL(`../../${command}`, import.meta.url))).toBe(true);
    const source = await readFile(new URL('../../bot/http/server.ts', import.meta.url), 'utf8');
    expect(source).toContain(`server.get('${asText(site['healthCheckPath'])}'`);
  });

  test('has at least two instances, behind https alone, and no door with a password', () => {
    const { decorators } = main.parameters.get('instanceCount') ?? { decorators: [] };
    expect(decorators).toContain('@minValue(2)');
    expect(properties('webApp')['httpsOnly']).toBe(true);
    expect(site).toMatchObject({ ftpsState: 'Disabled', minTlsVersion: '1.2', alwaysOn: true });
    expect([properties('noFtpPassword'), properties('noDeploymentPassword')]).toEqual([
      { allow: false },
      { allow: false },
    ]);
  });
});

describe('the bot', () => {
  const { resources } = fileOf(all, 'botRegistration/azurebot.bicep');
  const body = (symbol: string) => entriesOf(resources.find((each) => each.symbol === symbol)?.body);

  test('is a managed identity, in Teams, at the door that the server opens', () => {
    expect(entriesOf(body('botService')['properties'])).toMatchObject({
      msaAppType: 'UserAssignedMSI',
      msaAppId: new Expression('identityClientId'),
      msaAppMSIResourceId: new Expression('identityResourceId'),
      msaAppTenantId: new Expression('identityTenantId'),
      endpoint: new Expression("'https://${botAppDomain}/api/messages'"),
    });
    expect(entriesOf(body('teamsChannel')['properties'])).toEqual({
      channelName: 'MsTeamsChannel',
      properties: { isEnabled: true },
    });
  });
});
