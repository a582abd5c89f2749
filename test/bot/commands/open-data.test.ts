import { expect, test } from '@jest/globals';
import { hasData, placeOf } from '../../../bot/commands/open-data.ts';

test('a container in Cosmos DB is named by its address', () => {
  const place = 'https://gemdelers.documents.azure.com/gemeentedelers/documents';
  expect(placeOf(place)).toEqual({
    kind: 'cosmos',
    endpoint: 'https://gemdelers.documents.azure.com',
    databaseId: 'gemeentedelers',
    containerId: 'documents',
  });
  expect(hasData(place)).toBe(true);
});

test.each([
  '.data/app',
  'C:\\data',
  'http://gemdelers.documents.azure.com/gemeentedelers/documents',
  'https://gemdelers.documents.azure.com',
  'https://gemdelers.documents.azure.com/gemeentedelers',
  'https://gemdelers.documents.azure.com/gemeentedelers/documents/one',
])('anything else is a folder: %s', (data) => {
  expect(placeOf(data)).toEqual({ kind: 'sqlite', folder: data });
  expect(hasData(data)).toBe(false);
});
