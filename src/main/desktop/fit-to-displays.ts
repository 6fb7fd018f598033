/** A rectangle in pixels that do not depend on a display's scale; the first display's corner is 0, 0. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A display as far as a window's place is concerned. */
export interface DisplayArea {
  readonly bounds: Rectangle;
  /** What panels, docks and menu bars leave of it. */
  readonly workArea: Rectangle;
  readonly scaleFactor: number;
}

const USUAL = { width: 1280, height: 840 } as const;
/** Height of the strip a window is moved by; where none of it can be seen, the window is lost. */
const TITLE_HEIGHT = 32;
/** How much of that strip must be seen, in pixels of its area. */
const ENOUGH = 64 * 16;

/** One set of displays, by where they are and how they are scaled: a window has its own place on each set. */
export function displaySet(displays: readonly DisplayArea[]): string {
  return displays
    .map(({ bounds: { x, y, width, height }, scaleFactor }) => `${x},${y} ${width}x${height} @${scaleFactor}`)
    .toSorted()
    .join('; ');
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** The display that shows most of a window, or undefined where none shows enough of its strip. */
function bestDisplay(window: Rectangle, displays: readonly DisplayArea[]): DisplayArea | undefined {
  const strip = { ...window, height: TITLE_HEIGHT };
  if (displays.every(({ bounds }) => overlap(strip, bounds) < ENOUGH)) return undefined;
  const [most] = displays.toSorted((one, other) => overlap(window, other.workArea) - overlap(window, one.workArea));
  return most;
}

/**
 * Where a window may stand: where it stood, moved and shrunk into the display that shows most of it. A window that no
 * display shows enough of to be grasped, and one that never stood anywhere, goes to the middle of the first display.
 */
export function fitToDisplays(
  stood: Rectangle | undefined,
  displays: readonly DisplayArea[],
  smallest: { readonly width: number; readonly height: number },
): Rectangle {
  const [first] = displays;
  if (first === undefined) return { x: 0, y: 0, ...USUAL };
  const grown = {
    width: Math.max(stood?.width ?? USUAL.width, smallest.width),
    height: Math.max(stood?.height ?? USUAL.height, smallest.height),
  };
  const best = stood === undefined ? undefined : bestDisplay({ ...stood, ...grown }, displays);
  const area = (best ?? first).workArea;
  const size = { width: Math.min(grown.width, area.width), height: Math.min(grown.height, area.height) };
  const room = { x: area.x + area.width - size.width, y: area.y + area.height - size.height };
  if (best === undefined || stood === undefined) {
    return { x: Math.round((area.x + room.x) / 2), y: Math.round((area.y + room.y) / 2), ...size };
  }
  return { x: within(stood.x, area.x, room.x), y: within(stood.y, area.y, room.y), ...size };
}
