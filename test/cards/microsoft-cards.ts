import { createRequire } from 'node:module';

/** As much of `adaptivecards` as is used here: its own types do not compile under this project's settings. */
interface Bundle {
  AdaptiveCard: { new (): { parse(card: unknown, context: Context): void }; langProperty: { regEx: RegExp } };
  SerializationContext: new () => Context;
}

interface Context {
  eventCount: number;
  getEventAt(index: number): { message: string };
}

// @NOTE the package's modules do not load in Node; its bundle does, and comes without types
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as Bundle;

/** What Microsoft's own parser has to say about a card; nothing when all is well. */
export function warningsOf(card: unknown): string[] {
  // @NOTE its pattern for `lang` is global, so it remembers where it was and turns down every second card
  AdaptiveCard.langProperty.regEx.lastIndex = 0;
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}
