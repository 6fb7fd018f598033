import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const src = (path: string): string => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  main: {
    build: {
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
