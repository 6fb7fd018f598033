import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Libraries that are built into the main bundle: read from their own many files, they take longer to load than a command
 * takes to answer. Others stay as they are, because they bring native code or data files, or start no slower.
 */
const bundled = ['zod', 'commander', 'ky', 'intl-messageformat', 'hono', '@hono/node-server'];

const src = (path: string): string => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: src('main/index.ts'),
          cli: src('main/cli.ts'),
          writer: src('main/writer.ts'),
          reader: src('main/reader.ts'),
          sandbox: src('main/sandbox.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may only require('electron'): everything else is bundled into one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { index: src('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      rollupOptions: {
        input: {
          index: src('renderer/index.html'),
          gallery: src('renderer/gallery.html'),
        },
      },
    },
    plugins: [react()],
  },
});
