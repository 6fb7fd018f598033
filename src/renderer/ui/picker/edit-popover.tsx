import type { ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import './picker.css';

const LAYER_ID = 'floating-layer';

/** Where editors that open over the content live: inside the main landmark, over everything, cut off by nothing. */
export const FloatingLayer = () => <div id={LAYER_ID} className="floating-layer" />;

interface EditPopoverProps {
  readonly label: string;
  readonly placement: 'bottom start' | 'bottom end';
  readonly children: ReactNode;
}

/** What opens below a value to change it. `Esc` and a press elsewhere close it; the focus goes back. */
export function EditPopover({ label, placement, children }: EditPopoverProps) {
  const layer = document.getElementById(LAYER_ID);
  return (
    <Popover
      className="popover"
      placement={placement}
      offset={4}
      {...(layer === null ? {} : { UNSTABLE_portalContainer: layer })}
    >
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  );
}
