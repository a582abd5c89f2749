import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { readSettings } from '../../bot/settings.ts';
import { fileOf, readAllBicep } from './bicep-files.ts';
import { valuesByName } from './server-values.ts';

const all = await readAllBicep();
const given = valuesByName(fileOf(all, 'azure.bicep'), fileOf(all, 'hosting/appService.bicep'));

/** What App Service and its neighbours read, not the server. */
const platform = [
  'APPLICATION_INSIGHTS_NO_STATSBEAT',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'WEBSITE_RUN_FROM_PACKAGE',
];

const id = '5d0a7c1e-94b2-4f3a-8c6d-2e1f7b9a3c40';
/** What Azure makes of the expressions. */
const inAzure: Record<string, string> = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${id};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/`,
  BOT_APP_ID: id,
  BOT_TENANT_ID: id,
  COSMOS_CONTAINER: 'documents',
  COSMOS_DATABASE: 'gemeentedelers',
  COSMOS_ENDPOINT: 'https://gemdelers.documents.azure.com',
  FIRST_ORGANISERS: `${id}:${id}`,
  PUBLIC_ADDRESS: 'https://gemdelers.azurewebsites.net',
  SECURITY_CONTACT: '',
  TAB_APP_ID: id,
  TEAMS_APP_ID: id,
  TENANT_IDS: id,
};

test('the server starts with exactly what Bicep gives it', () => {
  const expressions = Object.keys(given).filter((name) => typeof given[name] !== 'string');
  expect(expressions.toSorted()).toEqual(Object.keys(inAzure).toSorted());
  const literals = Object.entries(given).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const settings = readSettings({ ...inAzure, ...Object.fromEntries(literals) });
  expect(settings).toMatchObject({ environment: 'production', store: { kind: 'cosmos' } });
});

test('each of them is a setting of the server or of App Service', async () => {
  const source = await readFile(new URL('../../bot/settings.ts', import.meta.url), 'utf8');
  const unknown = Object.keys(given).filter(
    (name) => !platform.includes(name) && !new RegExp(`[ {]${name}: `).test(source),
  );
  expect(unknown).toEqual([]);
});
