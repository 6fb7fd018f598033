import './marks.css';

/** Outlines that tell vendors apart without colour. */
type MarkShape = 'circle' | 'square' | 'tag' | 'sheet' | 'bubble';

interface VendorMarkProps {
  readonly shape: MarkShape;
  readonly letters: string;
  readonly name: string;
  readonly size?: 18 | 20;
  /** Where the name stands beside it, the mark is not read out. */
  readonly isDecoration?: boolean;
}

const outlines: Readonly<Record<MarkShape, { readonly path: string; readonly x: number; readonly y: number }>> = {
  circle: { path: 'M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1z', x: 9, y: 11.8 },
  square: {
    path: 'M3.5 1.5h11A2.5 2.5 0 0 1 17 4v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 1 14V4a2.5 2.5 0 0 1 2.5-2.5z',
    x: 9,
    y: 11.8,
  },
  tag: { path: 'M2.5 2h9.2l5.3 7-5.3 7H2.5A1.5 1.5 0 0 1 1 14.5v-11A1.5 1.5 0 0 1 2.5 2z', x: 8, y: 11.8 },
  sheet: {
    path: 'M3.5 1h7.6l4.4 4.4v10.1A1.5 1.5 0 0 1 14 17H3.5A1.5 1.5 0 0 1 2 15.5v-13A1.5 1.5 0 0 1 3.5 1z',
    x: 8.8,
    y: 12.6,
  },
  bubble: {
    path: 'M3 1.5h12a2 2 0 0 1 2 2V11a2 2 0 0 1-2 2H8.2l-3.7 3.8V13H3a2 2 0 0 1-2-2V3.5a2 2 0 0 1 2-2z',
    x: 9,
    y: 10,
  },
};

/** One neutral mark for every vendor: outline and two letters. Its name is the label and the tooltip. */
export function VendorMark({ shape, letters, name, size = 20, isDecoration = false }: VendorMarkProps) {
  const { path, x, y } = outlines[shape];
  const label = isDecoration ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': name };
  return (
    <svg className="vendor-mark" viewBox="0 0 18 18" width={size} height={size} {...label}>
      {!isDecoration && <title>{name}</title>}
      <path className="vendor-mark-outline" d={path} />
      <text x={x} y={y}>
        {letters}
      </text>
    </svg>
  );
}
