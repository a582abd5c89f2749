import register from './practices.json' with { type: 'json' };

/** A case that others can copy, as public sources tell it. (GD15) */
export interface Practice {
  /** From its title: `rent-a-boa`. */
  id: string;
  title: string;
  /** CBS code; absent when the sources name no municipality. */
  municipality?: string;
  /** Who did it together, in the words of the source. */
  coalition?: string;
  category: string;
  /** The sources give no category; this one is our reading. */
  categoryIsOurs?: boolean;
  /** Where it took part: `GemeenteDelers 2022`. */
  competition?: string;
  /** How it fared there, in the words of the source. */
  result?: string;
  summary: string;
  /** Where this was read: an address without `https://`, or a publication and its date. */
  sources: string[];
}

export const practices: readonly Practice[] = register;

/** The first of its sources that is the address of a page. */
export function practiceUrl(practice: Pick<Practice, 'sources'>): string | undefined {
  const address = practice.sources.find((source) => /^[a-z0-9-]+(\.[a-z0-9-]+)+\/\S+$/iu.test(source));
  return address === undefined ? undefined : `https://${address}`;
}
