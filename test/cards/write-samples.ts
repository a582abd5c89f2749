import { writeFileSync } from 'node:fs';
import { deskSamples } from './desk-samples.ts';
import { formSamples } from './form-samples.ts';
import { intakeSamples } from './intake-samples.ts';
import { judgingSamples } from './judging-samples.ts';
import { jurySamples } from './jury-samples.ts';
import { ownSamples } from './own-samples.ts';
import { nominationSamples } from './nomination-samples.ts';
import { peopleSamples } from './people-samples.ts';
import { questionSamples } from './question-samples.ts';

/** Writes the samples of the cards anew: `node test/cards/write-samples.ts`. */
const all = [
  jurySamples,
  intakeSamples,
  formSamples,
  ownSamples,
  questionSamples,
  nominationSamples,
  judgingSamples,
  deskSamples,
  peopleSamples,
];
for (const [card, samples] of all.flatMap((each) => Object.entries(each))) {
  for (const [name, values] of Object.entries(samples)) {
    const file = new URL(`../../adaptive-cards/${card}/${name}.json`, import.meta.url);
    writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`);
  }
}
