import type { Plugin, Rolldown } from 'vite';

/**
 * Has the page fetch what the first screen needs with its very first script, instead of each part when the one before
 * has asked for it.
 * @param sources the modules that are asked for by `import()` before the first screen is drawn
 */
export function earlyLinks(sources: readonly string[]): Plugin {
  return {
    name: 'early-links',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        if (bundle === undefined) return [];
        const chunks = chunksOf(bundle, sources);
        const styles = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
        return [
          ...chunks.map(({ fileName }) => link({ rel: 'modulepreload', href: `/tab/${fileName}` })),
          ...[...styles].map((fileName) => link({ rel: 'stylesheet', href: `/tab/${fileName}` })),
        ];
      },
    },
  };
}

const link = (attrs: Record<string, string>) => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head' as const,
});

/** The chunks of these modules and all they import, without those of the page itself. */
function chunksOf(bundle: Rolldown.OutputBundle, sources: readonly string[]): Rolldown.OutputChunk[] {
  const all = Object.values(bundle).filter((each) => each.type === 'chunk');
  const named = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (chunks: readonly Rolldown.OutputChunk[]) => {
    const found = new Set(chunks);
    for (const { imports } of found) {
      for (const name of imports) {
        const chunk = named.get(name);
        if (chunk !== undefined) found.add(chunk);
      }
    }
    return found;
  };
  const own = withImports(all.filter(({ isEntry }) => isEntry));
  const early = all.filter(({ facadeModuleId }) =>
    sources.some((source) => facadeModuleId?.endsWith(source) === true),
  );
  return [...withImports(early)].filter((chunk) => !own.has(chunk));
}
