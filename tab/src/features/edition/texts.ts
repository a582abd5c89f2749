import { featureTexts } from '../../shared/language/feature-texts.ts';
import en from './texts/en.json' with { type: 'json' };
import nl from './texts/nl.json' with { type: 'json' };

export const { useSay } = featureTexts({ nl, en });
