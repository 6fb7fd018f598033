/** The machine that a package is made for, in Node's words. */
export interface PackTarget {
  readonly platform: NodeJS.Platform;
  readonly arch: NodeJS.Architecture;
}

/** What this machine would run. */
export const thisMachine: PackTarget = { platform: process.platform, arch: process.arch };

/**
 * What a package reads beside itself, at paths that no import names: files relative to the package, or patterns of
 * them. A package that does so and is not named here stops the packing: somebody must look first.
 */
export const packageExtras: Readonly<Record<string, (target: PackTarget) => readonly string[]>> = {
  // A path is built from the system's name; a prebuilt one for musl is not shipped.
  'better-sqlite3': ({ platform, arch }) => [`prebuilds/${platform}-${arch}.node`],
  keytar: ({ platform, arch }) => [`prebuilds/${platform}-${arch}/keytar.node`],
  // Metrics of the standard fonts, by a require made for itself, and a colour profile.
  pdfkit: () => ['js/standard-fonts/**/*.cjs', 'js/data/*.icc'],
  // Its own path is only printed in stack traces.
  undici: () => [],
};

/** Packages that another one tries to load and can do without. */
export const optionalPackages: readonly string[] = ['bufferutil', 'utf-8-validate'];
