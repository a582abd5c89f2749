import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Server } from 'restify';

/** The web server of a test, on loopback. */
export interface OpenWeb {
  address: string;
  close(): Promise<void>;
}

/**
 * @param files what the built tab consists of, by path
 * @param add the routes; the folder is that of the files
 */
export async function openWeb(
  server: Server,
  files: Record<string, string | Buffer>,
  add: (server: Server, folder: string) => void,
): Promise<OpenWeb> {
  const folder = await mkdtemp(join(tmpdir(), 'tab-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  add(server, folder);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await rm(folder, { recursive: true });
    },
  };
}
