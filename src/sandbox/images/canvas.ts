/** Red, green, blue from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** A point in pixels from the top left corner. */
export type Point = readonly [x: number, y: number];

/** A drawing surface with soft edges, enough for a believable site photo. */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  /** Width x height x 3 bytes, row by row. */
  readonly pixels: Uint8ClampedArray;
  /** Fills everything from a colour at the top to one at the bottom. */
  readonly cover: (top: Color, bottom: Color) => void;
  /** An upright rectangle with round corners of that radius; `pipe` lights it like a cylinder along its longer side. */
  readonly box: (
    from: Point,
    to: Point,
    color: Color,
    options?: { round?: number; alpha?: number; pipe?: boolean },
  ) => void;
  readonly ellipse: (center: Point, radii: Point, color: Color, alpha?: number) => void;
  readonly line: (from: Point, to: Point, width: number, color: Color, alpha?: number) => void;
  /** A convex or concave polygon; edges are not softened beyond one pixel. */
  readonly polygon: (points: readonly Point[], color: Color, alpha?: number) => void;
  /** Multiplies every pixel by what the function returns for its place (1 leaves it as it is). */
  readonly shade: (factor: (x: number, y: number) => number) => void;
};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Returns an empty (black) canvas. */
export const createCanvas = (width: number, height: number): Canvas => {
  const pixels = new Uint8ClampedArray(width * height * 3);

  const blend = (x: number, y: number, color: Color, alpha: number): void => {
    const at = (y * width + x) * 3;
    // Written out, because this line runs a few million times per picture.
    pixels[at] = (pixels[at] ?? 0) * (1 - alpha) + color[0] * alpha;
    pixels[at + 1] = (pixels[at + 1] ?? 0) * (1 - alpha) + color[1] * alpha;
    pixels[at + 2] = (pixels[at + 2] ?? 0) * (1 - alpha) + color[2] * alpha;
  };

  /** Paints where `distance` (pixels to the edge, negative inside) says so, within a bounding box. */
  const paint = (
    [left, top]: Point,
    [right, bottom]: Point,
    color: (x: number, y: number) => Color,
    alpha: number,
    distance: (x: number, y: number) => number,
  ): void => {
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom) + 1); y += 1) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right) + 1); x += 1) {
        const cover = clamp(0.5 - distance(x + 0.5, y + 0.5), 0, 1);
        if (cover > 0) blend(x, y, color(x, y), cover * alpha);
      }
    }
  };

  return {
    width,
    height,
    pixels,
    cover: (top, bottom) => {
      for (let y = 0; y < height; y += 1) {
        const share = y / Math.max(1, height - 1);
        for (let x = 0; x < width; x += 1) {
          const at = (y * width + x) * 3;
          for (let part = 0; part < 3; part += 1) {
            pixels[at + part] = Math.round((top[part] ?? 0) * (1 - share) + (bottom[part] ?? 0) * share);
          }
        }
      }
    },
    box: ([left, top], [right, bottom], color, { round = 0, alpha = 1, pipe = false } = {}) => {
      const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
      const [halfX, halfY] = [(right - left) / 2 - round, (bottom - top) / 2 - round];
      const isUpright = bottom - top > right - left;
      const tone = (x: number, y: number): Color => {
        if (!pipe) return color;
        const across = isUpright ? (x - left) / (right - left) : (y - top) / (bottom - top);
        const light = 0.55 + 0.75 * Math.max(0, Math.sin(Math.PI * clamp(across + 0.12, 0, 1))) - 0.35 * across;
        return [clamp(color[0] * light, 0, 255), clamp(color[1] * light, 0, 255), clamp(color[2] * light, 0, 255)];
      };
      paint([left, top], [right, bottom], tone, alpha, (x, y) => {
        const [outX, outY] = [Math.abs(x - middleX) - halfX, Math.abs(y - middleY) - halfY];
        return Math.hypot(Math.max(outX, 0), Math.max(outY, 0)) + Math.min(Math.max(outX, outY), 0) - round;
      });
    },
    ellipse: ([centerX, centerY], [radiusX, radiusY], color, alpha = 1) => {
      paint(
        [centerX - radiusX, centerY - radiusY],
        [centerX + radiusX, centerY + radiusY],
        () => color,
        alpha,
        (x, y) => (Math.hypot((x - centerX) / radiusX, (y - centerY) / radiusY) - 1) * Math.min(radiusX, radiusY),
      );
    },
    line: ([fromX, fromY], [toX, toY], thickness, color, alpha = 1) => {
      const [alongX, alongY] = [toX - fromX, toY - fromY];
      const length = alongX * alongX + alongY * alongY || 1;
      const half = thickness / 2;
      paint(
        [Math.min(fromX, toX) - half, Math.min(fromY, toY) - half],
        [Math.max(fromX, toX) + half, Math.max(fromY, toY) + half],
        () => color,
        alpha,
        (x, y) => {
          const share = clamp(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0, 1);
          return Math.hypot(x - fromX - alongX * share, y - fromY - alongY * share) - half;
        },
      );
    },
    polygon: (points, color, alpha = 1) => {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      paint(
        [Math.min(...xs), Math.min(...ys)],
        [Math.max(...xs), Math.max(...ys)],
        () => color,
        alpha,
        (x, y) => {
          let isInside = false;
          let nearest = Number.POSITIVE_INFINITY;
          points.forEach(([ax, ay], index) => {
            const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay];
            if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
            const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
            const share = clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1);
            nearest = Math.min(nearest, Math.hypot(x - ax - (bx - ax) * share, y - ay - (by - ay) * share));
          });
          return isInside ? -nearest : nearest;
        },
      );
    },
    shade: (factor) => {
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const light = factor(x, y);
          const at = (y * width + x) * 3;
          pixels[at] = (pixels[at] ?? 0) * light;
          pixels[at + 1] = (pixels[at + 1] ?? 0) * light;
          pixels[at + 2] = (pixels[at + 2] ?? 0) * light;
        }
      }
    },
  };
};
