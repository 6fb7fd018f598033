/** When each version of Electron was published, in ISO 8601, by version number. */
export type ReleaseTimes = Readonly<Record<string, string>>;

/** How far an installed patch may stand behind the newest of its major, in days. */
const PATIENCE_DAYS = 30;
/** How many majors Electron's makers keep supported. */
const SUPPORTED_MAJORS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Version {
  readonly text: string;
  readonly parts: readonly [major: number, minor: number, patch: number];
}

function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return undefined;
  return { text, parts: [Number(major), Number(minor), Number(patch)] };
}

const compare = (left: Version, right: Version): number =>
  left.parts[0] - right.parts[0] || left.parts[1] - right.parts[1] || left.parts[2] - right.parts[2];

/**
 * Returns what is wrong with the age of an installed Electron, or undefined where nothing is: its major must be one of
 * the three newest stable ones, and a newer version of that major may be out for at most 30 days at `now` (milliseconds
 * since 1970). Versions that are no releases (alpha, beta, nightly) do not count.
 */
export function judgeAge(installed: string, times: ReleaseTimes, now: number): string | undefined {
  const own = parseVersion(installed);
  if (own === undefined) return `Electron ${installed} is no stable release.`;
  const releases = Object.keys(times).flatMap((text) => parseVersion(text) ?? []);
  const majors = [...new Set(releases.map(({ parts }) => parts[0]))].toSorted((left, right) => right - left);
  const [major] = own.parts;
  const supported = majors.slice(0, SUPPORTED_MAJORS);
  if (!supported.includes(major)) {
    return `Electron ${major} is not supported any more: ${supported.join(', ')} are.`;
  }
  const newer = releases.filter((one) => one.parts[0] === major && compare(one, own) > 0).toSorted(compare);
  const [first] = newer;
  const days = first === undefined ? 0 : (now - Date.parse(times[first.text] ?? '')) / DAY_MS;
  return days > PATIENCE_DAYS
    ? `Electron ${installed} has been behind ${first?.text ?? ''} for ${Math.floor(days)} days; ${newer.at(-1)?.text ?? ''} is the newest.`
    : undefined;
}
