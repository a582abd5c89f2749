import { expect, test } from '@jest/globals';
import { readJson } from './card-files.ts';
import { nominationSamples } from './nomination-samples.ts';

test.each(Object.entries(nominationSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});
