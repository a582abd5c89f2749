import { fileURLToPath } from 'node:url';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { isLiteralElement, parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { z } from 'zod';

const texts = /\/texts\/(nl|en)\.json$/;

const parser = '@formatjs/icu-messageformat-parser';

/**
 * Parses the ICU messages of the texts while building, so that the page needs no parser (15 KB). A text without values
 * stays a text, and `plain-messages.ts` stands in for the parser.
 */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: new RegExp(`^${parser}$`), replacement: pathOf('plain-messages.ts') }] },
    }),
    transform(code, id) {
      if (!texts.test(id)) return undefined;
      const messages = z.record(z.string(), z.string()).parse(JSON.parse(code));
      const compiled = Object.entries(messages).map(([key, message]) => [key, compiledOf(message)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}

function compiledOf(message: string): string | MessageFormatElement[] {
  const elements = parse(message, { ignoreTag: true });
  const [first] = elements;
  return elements.length === 1 && first !== undefined && isLiteralElement(first) ? first.value : elements;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
