import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the simulator's page; `npx vite --config test/teams/page/vite.config.ts` serves it while you work on it. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/simulator', import.meta.url)),
    emptyOutDir: true,
    // A development tool on loopback: one download of Fluent UI and the card renderer costs nothing there.
    chunkSizeWarningLimit: 4_000,
  },
  server: {
    host: '127.0.0.1',
    port: 3980,
    proxy: { '/simulator/api': 'http://127.0.0.1:3979' },
  },
});
