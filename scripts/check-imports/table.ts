/**
 * Who may import whom: the table of docs/architecture.md as data.
 *
 * Paths are relative to `src/`. A pattern that ends in `/` stands for everything below that folder, any other pattern
 * for one file; `*` stands for one folder name, and files below two different `*` folders are strangers to each other.
 * The first row that matches a file is its row. A file may always import its own row (below the same `*`).
 */
export interface ImportRow {
  /** The row's name as messages show it. */
  readonly from: string;
  /** The files the row speaks for. */
  readonly files: readonly string[];
  /** What they may import besides themselves. */
  readonly may: readonly string[];
  /** What they may import for its types alone. */
  readonly types?: readonly string[];
  /** Packages they may import; `other` stands for every package that no row names. */
  readonly packages: readonly string[];
  /** Whether they may import Node's own modules. */
  readonly node: boolean;
}

/** The packages of the screens, kept out of everything that runs without a page. */
const screenPackages = [
  'react',
  'react-dom',
  'react-aria-components',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'zustand',
  'lucide-react',
  'intl-messageformat',
  'pdfjs-dist',
  'dompurify',
  '@fontsource-variable/inter',
] as const;

/** The rows, in the order of docs/architecture.md. */
export const importRows: readonly ImportRow[] = [
  {
    // The schema library stays out of what the preload and the screens load.
    from: 'shared/contract/names, desktop-bridge, model, errors, lib',
    files: [
      'shared/contract/names.ts',
      'shared/contract/desktop-bridge.ts',
      'shared/model/',
      'shared/errors/',
      'shared/lib/',
    ],
    may: ['shared/'],
    packages: [],
    node: false,
  },
  { from: 'shared', files: ['shared/'], may: ['shared/'], packages: ['zod'], node: false },
  {
    from: 'preload',
    files: ['preload/'],
    may: ['shared/contract/names.ts', 'shared/contract/desktop-bridge.ts'],
    types: ['shared/model/'],
    packages: ['electron'],
    node: false,
  },
  {
    from: 'renderer/app',
    files: ['renderer/app/'],
    may: ['renderer/features/', 'renderer/ui/', 'renderer/api/', 'renderer/lib/', 'renderer/styles/', 'shared/'],
    packages: screenPackages,
    node: false,
  },
  {
    // The page that shows every part in every state: an entry beside the app, imported by nobody.
    from: 'renderer/gallery',
    files: ['renderer/gallery/'],
    may: [
      'renderer/app/',
      'renderer/features/',
      'renderer/ui/',
      'renderer/api/',
      'renderer/lib/',
      'renderer/styles/',
      'shared/',
    ],
    packages: screenPackages,
    node: false,
  },
  {
    from: 'renderer/features/x',
    files: ['renderer/features/*/'],
    may: ['renderer/ui/', 'renderer/api/', 'renderer/lib/', 'renderer/styles/', 'shared/'],
    packages: screenPackages,
    node: false,
  },
  {
    from: 'renderer/api',
    files: ['renderer/api/'],
    may: ['renderer/lib/', 'shared/'],
    packages: screenPackages,
    node: false,
  },
  {
    from: 'renderer/ui',
    files: ['renderer/ui/'],
    may: ['renderer/lib/', 'renderer/styles/'],
    packages: screenPackages,
    node: false,
  },
  {
    // Words for people and pure helpers are no domain types: the catalogue is read here, once, for every screen.
    from: 'renderer/lib',
    files: ['renderer/lib/'],
    may: ['shared/lib/', 'shared/messages/'],
    packages: screenPackages,
    node: false,
  },
  { from: 'renderer/styles', files: ['renderer/styles/'], may: [], packages: screenPackages, node: false },
  {
    from: 'main/index, cli',
    files: ['main/index.ts', 'main/cli.ts'],
    may: ['main/workspace.ts', 'main/desktop/', 'main/serve/', 'main/cli/', 'main/platform/'],
    packages: [],
    node: true,
  },
  {
    from: 'main/workspace, vendor-definitions, writer, reader',
    files: ['main/workspace.ts', 'main/vendor-definitions.ts', 'main/writer.ts', 'main/reader.ts'],
    may: [
      'main/rpc/',
      'main/services/',
      'main/sync/',
      'main/vendors/',
      'main/store/',
      'main/files/',
      'main/credentials/',
      'main/loopback/',
      'main/sign-in/',
      'main/platform/',
      'shared/',
    ],
    packages: [],
    node: true,
  },
  {
    // The worker entry and the server it starts: the only importers of src/sandbox.
    from: 'main/sandbox',
    files: ['main/sandbox.ts', 'main/sandbox-server.ts'],
    may: ['sandbox/', 'main/platform/'],
    packages: ['@hono/node-server'],
    node: true,
  },
  {
    // Menus and boxes read the same message catalogue as the screens, so they share their formatter.
    from: 'main/desktop',
    files: ['main/desktop/'],
    may: ['main/rpc/', 'main/workspace.ts', 'main/page/', 'main/loopback/', 'main/platform/', 'shared/'],
    packages: ['electron', 'intl-messageformat', 'other'],
    node: true,
  },
  {
    from: 'main/serve',
    files: ['main/serve/'],
    may: ['main/rpc/', 'main/workspace.ts', 'main/page/', 'main/loopback/', 'main/platform/', 'shared/'],
    packages: ['other'],
    node: true,
  },
  {
    // The command line prints the same message catalogue as the screens, so it shares their formatter.
    from: 'main/cli',
    files: ['main/cli/'],
    may: ['main/rpc/', 'main/workspace.ts', 'main/loopback/', 'main/platform/', 'shared/'],
    packages: ['zod', 'intl-messageformat', 'other'],
    node: true,
  },
  {
    from: 'main/rpc',
    files: ['main/rpc/'],
    may: ['main/services/', 'main/platform/', 'shared/'],
    packages: ['zod'],
    node: true,
  },
  {
    from: 'main/services',
    files: ['main/services/'],
    may: [
      'main/vendors/core/',
      'main/store/',
      'main/sync/',
      'main/files/',
      'main/credentials/',
      'main/loopback/',
      'main/sign-in/',
      'main/network/',
      'main/platform/',
      'shared/',
    ],
    packages: ['other'],
    node: true,
  },
  {
    // Which way to an origin, and whom to trust there: what the one dispatcher is made of.
    from: 'main/network',
    files: ['main/network/'],
    may: ['main/platform/', 'shared/'],
    packages: ['undici'],
    node: true,
  },
  {
    from: 'main/sync',
    files: ['main/sync/'],
    may: ['main/store/', 'main/files/', 'main/vendors/core/', 'main/platform/', 'shared/'],
    packages: [],
    node: true,
  },
  {
    from: 'main/vendors/core',
    files: ['main/vendors/core/'],
    may: ['main/network/', 'main/platform/', 'shared/'],
    packages: ['ky', 'undici', 'fast-xml-parser', 'zod'],
    node: true,
  },
  {
    from: 'main/vendors/x',
    files: ['main/vendors/*/'],
    may: ['main/vendors/core/', 'main/platform/', 'shared/'],
    packages: ['zod'],
    node: true,
  },
  {
    from: 'main/store',
    files: ['main/store/'],
    may: ['main/platform/', 'shared/'],
    packages: ['better-sqlite3'],
    node: true,
  },
  {
    from: 'main/files',
    files: ['main/files/'],
    may: ['main/platform/', 'shared/'],
    packages: ['undici', 'other'],
    node: true,
  },
  {
    from: 'main/credentials',
    files: ['main/credentials/'],
    may: ['main/platform/', 'shared/'],
    packages: ['keytar'],
    node: true,
  },
  {
    from: 'main/loopback',
    files: ['main/loopback/'],
    may: ['main/platform/', 'shared/'],
    packages: ['other'],
    node: true,
  },
  {
    // Signing in by browser: the way there and back, and the tokens that come of it.
    from: 'main/sign-in',
    files: ['main/sign-in/'],
    may: ['main/vendors/core/', 'main/credentials/', 'main/loopback/', 'main/platform/', 'shared/'],
    packages: [],
    node: true,
  },
  {
    // The built page's files and the headers they go out with, the same for every host that shows it.
    from: 'main/page',
    files: ['main/page/'],
    may: ['main/platform/', 'shared/'],
    packages: [],
    node: true,
  },
  {
    from: 'main/platform',
    files: ['main/platform/'],
    may: ['shared/lib/', 'shared/errors/'],
    packages: [],
    node: true,
  },
  { from: 'sandbox', files: ['sandbox/'], may: ['shared/model/'], packages: ['hono', 'pdfkit'], node: true },
];

/** Packages that only one file may import, so that each has exactly one door. */
export const oneFilePackages: readonly string[] = ['keytar'];

/** Where `new URL('./x.ts', import.meta.url)` may name a worker: hosts pass these addresses in, nothing guesses them. */
export const workerReferencePlaces: readonly string[] = [
  'main/index.ts',
  'main/cli.ts',
  'main/desktop/',
  'main/serve/',
  'main/cli/',
];

/** Files that may consist of re-exports alone: the contract, and the table of a vendor that is a folder of files. */
export const barrelPlaces: readonly string[] = ['shared/contract/index.ts', 'main/vendors/*/*/index.ts'];
