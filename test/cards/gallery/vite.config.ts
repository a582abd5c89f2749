import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { sampleCards } from './sample-cards.ts';

/** Every card with its samples, in each theme: `npm run gallery`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), sampleCards()],
  server: {
    host: '127.0.0.1',
    port: 3981,
    fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
  },
});
