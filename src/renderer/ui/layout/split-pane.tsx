import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { t } from '../../lib/words.ts';
import { useWidth } from '../../lib/use-width.ts';
import './split-pane.css';

interface SplitPaneProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
  /** Wanted width of the second pane in pixels; kept between `minSecond` and what leaves the first its least width. */
  readonly size: number;
  readonly onResize: (size: number) => void;
  readonly minFirst: number;
  readonly minSecond: number;
  readonly maxSecond: number;
  readonly label: string;
}

const STEP = 16;

/** Two panes with a line between them that can be dragged, or moved with the arrow keys (with Shift in large steps). */
export function SplitPane(props: SplitPaneProps) {
  const { first, second, size, onResize, minFirst, minSecond, maxSecond, label } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 1180);
  const max = Math.max(minSecond, Math.min(maxSecond, width - minFirst));
  const clamp = (wanted: number): number => Math.round(Math.max(minSecond, Math.min(max, wanted)));
  const actual = clamp(size);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? STEP * 4 : STEP;
    const wanted = { ArrowLeft: actual + step, ArrowRight: actual - step, Home: max, End: minSecond }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    onResize(clamp(wanted));
  };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || frame.current === null) return;
    onResize(clamp(frame.current.getBoundingClientRect().right - event.clientX));
  };

  return (
    <div className="split" ref={frame}>
      <div className="split-first">{first}</div>
      <div
        className="split-line"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={actual}
        aria-valuemin={minSecond}
        aria-valuemax={max}
        aria-valuetext={t('part.resize-value', { size: actual })}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className="split-second" style={{ width: actual }}>
        {second}
      </div>
    </div>
  );
}
