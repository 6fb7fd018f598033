import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Electron's switches inside its executable, by the names of its document. */
type FuseName = keyof typeof FuseV1Options;

/** How each fuse stands: burnt in on or off, or what an older or newer Electron made of it. */
export type FuseSettings = Readonly<Record<FuseName, 'on' | 'off' | 'inherited' | 'removed'>>;

/**
 * How Plumbline ships every one of them (quality, Electron point 19). Off is what would turn the program into a Node for
 * anybody who can set its environment or arguments; on is what ties it to its own, unchanged archive.
 */
export const goldenFuses = {
  RunAsNode: 'off',
  EnableCookieEncryption: 'on',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  LoadBrowserProcessSpecificV8Snapshot: 'off',
  GrantFileProtocolExtraPrivileges: 'off',
  WasmTrapHandlers: 'on',
} as const satisfies FuseSettings;

const NAMES = Object.keys(goldenFuses) as readonly FuseName[];

const STATES: Readonly<Record<number, FuseSettings[FuseName]>> = {
  [FuseState.ENABLE]: 'on',
  [FuseState.DISABLE]: 'off',
  [FuseState.INHERIT]: 'inherited',
  [FuseState.REMOVED]: 'removed',
};

/** The library's own message says what it looked for; this says what a person did wrong. */
function explain(thrown: unknown, executable: string): Error {
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  if (cause.includes('sentinel')) {
    return new Error(`${executable} is no Electron executable: it holds no fuses.`, { cause: thrown });
  }
  return new Error(`The fuses of ${executable} could not be used: ${cause}`, { cause: thrown });
}

/**
 * Reads the fuses of an executable (on macOS: of the `.app`). Throws Error where it has none, or where it lacks one that
 * Plumbline sets, or has one that Plumbline does not know: somebody must then decide how that one is to stand.
 */
export async function readFuses(executable: string): Promise<FuseSettings> {
  const wire = await getCurrentFuseWire(executable).catch((thrown: unknown) => {
    throw explain(thrown, executable);
  });
  const found = new Map(
    Object.entries(wire)
      .filter(([key]) => /^\d+$/.test(key))
      .map(([key, state]) => [Number(key), STATES[Number(state)]]),
  );
  const unknown = [...found.keys()].filter((index) => FuseV1Options[index] === undefined);
  if (unknown.length > 0) throw new Error(`${executable} has ${unknown.length} fuses that Plumbline does not know.`);
  const settings = NAMES.map((name) => {
    const state = found.get(FuseV1Options[name]);
    if (state === undefined) throw new Error(`${executable} has no fuse ${name}.`);
    return [name, state] as const;
  });
  return Object.fromEntries(settings) as FuseSettings;
}

/**
 * Burns the golden set into an executable (on macOS: into the `.app`, whose signature is then made anew). Throws Error as
 * readFuses does; the file is unchanged then.
 */
export async function setFuses(executable: string): Promise<void> {
  // First: the library would leave out, in silence, a fuse that this Electron has and the set has not.
  await readFuses(executable);
  const isOn = (name: FuseName): boolean => goldenFuses[name] === 'on';
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    [FuseV1Options.RunAsNode]: isOn('RunAsNode'),
    [FuseV1Options.EnableCookieEncryption]: isOn('EnableCookieEncryption'),
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: isOn('EnableNodeOptionsEnvironmentVariable'),
    [FuseV1Options.EnableNodeCliInspectArguments]: isOn('EnableNodeCliInspectArguments'),
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: isOn('EnableEmbeddedAsarIntegrityValidation'),
    [FuseV1Options.OnlyLoadAppFromAsar]: isOn('OnlyLoadAppFromAsar'),
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: isOn('LoadBrowserProcessSpecificV8Snapshot'),
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: isOn('GrantFileProtocolExtraPrivileges'),
    [FuseV1Options.WasmTrapHandlers]: isOn('WasmTrapHandlers'),
  }).catch((thrown: unknown) => {
    throw explain(thrown, executable);
  });
}
