import { writeFileSync } from 'node:fs';
import { intakeSamples } from './intake-samples.ts';
import { jurySamples } from './jury-samples.ts';
import { nominationSamples } from './nomination-samples.ts';
import { questionSamples } from './question-samples.ts';

/** Writes the samples of the cards anew: `node test/cards/write-samples.ts`. */
for (const [card, samples] of Object.entries({
  ...jurySamples,
  ...intakeSamples,
  ...questionSamples,
  ...nominationSamples,
})) {
  for (const [name, values] of Object.entries(samples)) {
    const file = new URL(`../../adaptive-cards/${card}/${name}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`);
  }
}
