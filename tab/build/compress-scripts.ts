import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);

/**
 * Lays compressed files beside each script and style sheet, for the server to send: compressing takes it no time.
 * Brotli is about an eighth smaller, gzip is for what stands in between and knows nothing else.
 */
export function compressScripts(): Plugin {
  return {
    name: 'compress-scripts',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          if (!/\.(js|css)$/.test(file.fileName)) return;
          const content = file.type === 'chunk' ? file.code : file.source;
          const path = join(dir, file.fileName);
          await Promise.all([
            writeFile(`${path}.gz`, await asGzip(content, { level: 9 })),
            writeFile(`${path}.br`, await asBrotli(content)),
          ]);
        }),
      );
    },
  };
}
