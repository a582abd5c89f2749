import { expect, test } from '@jest/globals';
import { markerOf } from '../../../bot/delivery/marker.ts';

test('a marker is always the same for one message and fit to be an id in a card', () => {
  const marker = markerOf('person:tenant:anna', 'receipt');
  expect(marker).toBe(markerOf('person:tenant:anna', 'receipt'));
  expect(marker).toMatch(/^m-[A-Za-z0-9_-]{22}$/);
});

test('no two messages share a marker, and it does not tell whose it is', () => {
  const markers = [
    markerOf('submission:1', 'post:pitch'),
    markerOf('submission:2', 'post:pitch'),
    markerOf('submission:1', 'post:assessment'),
  ];
  expect(new Set(markers).size).toBe(3);
  expect(markers.join()).not.toContain('submission');
});
