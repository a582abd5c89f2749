import { describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { readSettings } from '../../bot/settings.ts';
import { fileOf, readAllBicep } from './bicep-files.ts';

const root = new URL('../../', import.meta.url);
const source = (path: string) => readFile(new URL(path, root), 'utf8');

const action = z.strictObject({
  uses: z.enum([
    'aadApp/create',
    'aadApp/update',
    'arm/deploy',
    'azureAppService/zipDeploy',
    'cli/runNpmCommand',
    'teamsApp/create',
    'teamsApp/publishAppPackage',
    'teamsApp/update',
    'teamsApp/validateAppPackage',
    'teamsApp/validateManifest',
    'teamsApp/zipAppPackage',
  ]),
  name: z.string().optional(),
  with: z.record(z.string(), z.json()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const projectSchema = z.strictObject({
  version: z.literal('v1.11'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(action).default([]),
  deploy: z.array(action).default([]),
  publish: z.array(action).default([]),
});
const readProject = async (path: string) => projectSchema.parse(parse(await source(path)));

const project = await readProject('m365agents.yml');
const dev = parseEnv(await source('env/.env.dev'));
const bicep = fileOf(await readAllBicep(), 'azure.bicep');
const placeholders = (text: string) => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);

describe.each(['m365agents.yml', 'm365agents.local.yml', 'm365agents.playground.yml'])('%s', (path) => {
  test('is of a shape that the toolkit takes, with files and scripts that are there', async () => {
    const { provision, deploy, publish } = await readProject(path);
    const all = [...provision, ...deploy, ...publish];
    const text = JSON.stringify(all.map((each) => each.with));
    const files = [...text.matchAll(/"(\.\/(?:infra|appPackage)\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
    const scripts = [...text.matchAll(/"args":"run (\w+)"/g)].map(([, name = '']) => name);
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

describe('an environment', () => {
  test('names every placeholder, of the actions and of the files that they fill', async () => {
    const asked = [
      ...placeholders(await source('m365agents.yml')),
      ...placeholders(await source('infra/azure.parameters.json')),
      ...placeholders(await source('infra/entra/tab.manifest.json')),
      ...placeholders(await source('appPackage/manifest.json')),
      ...placeholders(await source('appPackage/en.json')),
    ];
    expect([...new Set(asked)].filter((name) => !(name in dev)).toSorted()).toEqual([]);
  });

  test('has nothing filled in but its name, and nothing secret to fill in', async () => {
    for (const name of ['dev', 'local', 'playground']) {
      const values = parseEnv(await source(`env/.env.${name}`));
      const filled = Object.entries(values).filter(([, value]) => value !== '');
      expect(filled).toEqual([['TEAMSFX_ENV', name]]);
      expect(Object.keys(values).filter((each) => /SECRET|PASSWORD|KEY/.test(each))).toEqual([]);
    }
    expect(await source('.gitignore')).toContain('env/.env.*.user');
  });

  test('gets from Bicep and from the actions what is used after them', () => {
    const given = [...bicep.outputs];
    const before = ['teamsApp/create', 'aadApp/create', 'arm/deploy', 'aadApp/update'];
    const steps = project.provision.filter(({ uses }) => before.includes(uses));
    expect(steps.map(({ uses }) => uses)).toEqual(before);
    const made = project.provision.flatMap(({ writeToEnvironmentFile = {} }) =>
      Object.values(writeToEnvironmentFile),
    );
    expect(made).toEqual(['TEAMS_APP_ID', 'TAB_APP_ID', 'TAB_APP_OBJECT_ID']);
    const generated = [...given, ...made, 'TEAMS_APP_PUBLISHED_APP_ID'];
    expect(generated.filter((name) => !(name in dev))).toEqual([]);
    expect(given).toContain('AZURE_APP_SERVICE_RESOURCE_ID');
  });
});

test('no action makes a password', async () => {
  for (const each of project.provision.filter(({ uses }) => uses === 'aadApp/create')) {
    expect(each.with['generateClientSecret']).toBe(false);
  }
});

describe('the registration of the tab', () => {
  const id = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';
  const manifestSchema = z.object({
    identifierUris: z.array(z.string()),
    api: z.object({
      requestedAccessTokenVersion: z.literal(2),
      oauth2PermissionScopes: z.tuple([z.looseObject({ id: z.guid(), value: z.literal('access_as_user') })]),
      preAuthorizedApplications: z.array(
        z.object({ appId: z.guid(), delegatedPermissionIds: z.tuple([z.guid()]) }),
      ),
    }),
  });

  test('lets in exactly the clients that the server believes, for the scope that it asks for', async () => {
    const { api, identifierUris } = manifestSchema.parse(
      JSON.parse(await source('infra/entra/tab.manifest.json')),
    );
    const { tab } = readSettings({
      DATA_FOLDER: '/data',
      PUBLIC_ADDRESS: 'https://gemeentedelers.example.nl',
      ...{ BOT_APP_ID: id, BOT_TENANT_ID: id, TENANT_IDS: id, TAB_APP_ID: id },
    });
    expect(api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual(tab.clientIds);
    for (const { delegatedPermissionIds } of api.preAuthorizedApplications) {
      expect(delegatedPermissionIds).toEqual([api.oauth2PermissionScopes[0].id]);
    }
    expect(await source('bot/gate/verify-tab-token.ts')).toContain("'access_as_user'");
    const { webApplicationInfo } = JSON.parse(await source('appPackage/manifest.json')) as {
      webApplicationInfo: { resource: string };
    };
    expect(identifierUris).toEqual([webApplicationInfo.resource]);
  });
});
