import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SystemTheme } from '../platform/system-port.ts';
import type { Rectangle } from './fit-to-displays.ts';

/** How a window stood on one set of displays. */
export interface WindowPlace {
  /** Its bounds while neither maximised nor full screen. */
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
}

/** What is remembered of the window, so that the next start looks like the last: nothing in it is anybody's work. */
export interface WindowState {
  readonly theme: SystemTheme;
  /** By set of displays, the one used last at the end. */
  readonly places: ReadonlyMap<string, WindowPlace>;
}

/** Sets of displays that are remembered: a desk, a meeting room, a projector, and some more. */
const MOST_PLACES = 12;

const nothing: WindowState = { theme: 'system', places: new Map() };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTheme = (value: unknown): value is SystemTheme => value === 'light' || value === 'dark' || value === 'system';

function readBounds(value: unknown): Rectangle | undefined {
  if (!isObject(value)) return undefined;
  const { x, y, width, height } = value;
  const isWhole = [x, y, width, height].every((number) => Number.isInteger(number) && Math.abs(Number(number)) < 1e6);
  if (!isWhole || Number(width) <= 0 || Number(height) <= 0) return undefined;
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

function readPlace(entry: unknown): readonly (readonly [string, WindowPlace])[] {
  if (!Array.isArray(entry)) return [];
  const [set, place] = entry as readonly unknown[];
  if (typeof set !== 'string' || !isObject(place)) return [];
  const bounds = readBounds(place['bounds']);
  if (bounds === undefined) return [];
  const { isMaximized, isFullScreen } = place;
  return [[set, { bounds, isMaximized: isMaximized === true, isFullScreen: isFullScreen === true }]];
}

/** The state that `text` holds. What cannot be read is left out: a broken file costs a window's place, no more. */
export function parseWindowState(text: string): WindowState {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return nothing;
    const { theme, places } = value;
    return {
      theme: isTheme(theme) ? theme : nothing.theme,
      places: new Map(Array.isArray(places) ? places.flatMap(readPlace).slice(-MOST_PLACES) : []),
    };
  } catch {
    return nothing;
  }
}

/** `state` with the window's place on one set of displays, the oldest set forgotten when there are too many. */
export function withPlace(state: WindowState, set: string, place: WindowPlace): WindowState {
  const others = [...state.places].filter(([known]) => known !== set);
  return { ...state, places: new Map([...others, [set, place] as const].slice(-MOST_PLACES)) };
}

/** What is remembered, kept in a file of its own. */
export interface WindowMemory {
  readonly state: () => WindowState;
  /** Keeps a new state. Never throws: a place that cannot be kept must not stop a window from closing. */
  readonly keep: (state: WindowState) => void;
}

/** The memory in the file at `path` (0600), written whole or not at all. */
export function openWindowMemory(path: string): WindowMemory {
  let state = nothing;
  try {
    state = parseWindowState(readFileSync(path, 'utf8'));
  } catch {
    // There is none yet.
  }
  return {
    state: () => state,
    keep: (next) => {
      state = next;
      const part = `${path}.part`;
      try {
        writeFileSync(part, JSON.stringify({ theme: next.theme, places: [...next.places] }), { mode: 0o600 });
        renameSync(part, path);
      } catch {
        // The next start looks as this one did. A part that is left behind is written over next time.
      }
    },
  };
}
