import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { compressScripts } from './build/compress-scripts.ts';
import { earlyLinks } from './build/early-links.ts';
import { teamsThemes } from './build/teams-themes.ts';

const page = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the tab into dist/tab, from where the bot's server serves it under /tab/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [
    react(),
    compileMessages(),
    teamsThemes(),
    compressScripts(),
    earlyLinks(['/src/app/signed-in.tsx', '/src/features/start/start-screen.tsx']),
  ],
  build: {
    outDir: fileURLToPath(new URL('../dist/tab', import.meta.url)),
    emptyOutDir: true,
    // Teams' own browsers are evergreen.
    target: 'es2023',
    // The page's policy allows no data: in scripts or styles.
    assetsInlineLimit: 0,
    // What imports what, for the test of the first download.
    manifest: true,
    // The tab, and what Teams shows when somebody adds it to a channel.
    rollupOptions: { input: ['index.html', 'configure.html'].map(page) },
  },
});
