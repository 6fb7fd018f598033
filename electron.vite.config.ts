import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Libraries that are built into the main bundle: read from their own many files, they take longer to load than a command
 * takes to answer. Others stay as they are, because they bring native code or data files, or start no slower.
 */
const bundled = ['zod', 'commander', 'ky', 'intl-messageformat', 'hono', '@hono/node-server'];

const src = (path: string): string => resolve(import.meta.dirname, 'src', path);

/**
 * The app's page begins with a small script that imports the rest. This lets the browser fetch the rest from the start,
 * and draw nothing before the sheets are there: by then that script has set the theme.
 */
const announceApp: Plugin = {
  name: 'announce-app',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {}, path }) => {
      if (!path.endsWith('/index.html')) return [];
      const link = (rel: string, name: string): HtmlTagDescriptor => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `./${name}` },
        injectTo: 'head',
      });
      return Object.values(bundle).flatMap((made) =>
        made.type === 'chunk' && (made.name === 'app' || made.name === 'start-page')
          ? [
              link('modulepreload', made.fileName),
              ...[...(made.viteMetadata?.importedCss ?? [])].map((name) => link('stylesheet', name)),
            ]
          : [],
      );
    },
  },
};

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
      minify: true,
      rollupOptions: {
        input: {
          index: src('renderer/index.html'),
          gallery: src('renderer/gallery.html'),
        },
        output: {
          codeSplitting: {
            // What the page needs to ask its first questions; to show its first screen; and everything else.
            groups: [
              { name: 'begin', test: /renderer\/app\/begin\.ts$/, priority: 3 },
              { name: 'app', test: /renderer\/app\/start-page\.tsx$/, priority: 2 },
              {
                name: 'screens',
                test: /renderer\/(features\/|app\/(first-run|shortcut-sheet)\.)/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
    plugins: [react(), announceApp],
  },
});
