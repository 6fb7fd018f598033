import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { useDrag, type DraggedFiles, type DropOffer } from './drag-state.ts';
import './drop.css';

interface DropZoneProps {
  readonly label: string;
  /** What a drop here would do, before it is done. */
  readonly offerOf: (files: DraggedFiles) => DropOffer;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A folder is a file to the browser until it is asked. */
const hasFolder = (transfer: DataTransfer): boolean =>
  [...transfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory === true);

/**
 * A target for files. While they are over it, it says what they would become and where they go, or why it cannot take
 * them. Everything a drop does, a button beside it does as well.
 */
export function DropZone({ label, offerOf, onFiles, children }: DropZoneProps) {
  const [offer, setOffer] = useState<DropOffer>();
  // The pointer enters and leaves every element inside: only the balance says whether it is still here.
  const depth = useRef(0);
  const { files: dragged, point } = useDrag();

  const show = (next: DropOffer | undefined): void => {
    setOffer(next);
    point(next);
  };
  const filesOver = ({ dataTransfer }: DragEvent): DraggedFiles | undefined => {
    if (!dataTransfer.types.includes('Files')) return undefined;
    const items = [...dataTransfer.items].filter(({ kind }) => kind === 'file');
    return { count: items.length, types: items.map(({ type }) => type) };
  };

  return (
    // A target of drags; the button inside does the same for the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={label}
      className={classNames(
        'drop-zone',
        dragged !== undefined && 'is-waiting',
        offer && (offer.isAccepted ? 'is-over' : 'is-refused'),
      )}
      onDragEnter={(event) => {
        const files = filesOver(event);
        if (files === undefined) return;
        depth.current += 1;
        show(offerOf(files));
      }}
      onDragOver={(event) => {
        const files = filesOver(event);
        if (files === undefined) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = offerOf(files).isAccepted ? 'copy' : 'none';
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) show(undefined);
      }}
      onDrop={(event) => {
        depth.current = 0;
        show(undefined);
        const files = filesOver(event);
        if (files === undefined) return;
        event.preventDefault();
        if (offerOf(files).isAccepted) onFiles(hasFolder(event.dataTransfer) ? [] : [...event.dataTransfer.files]);
      }}
    >
      {children}
      {offer && <span className="drop-foot">{offer.title}</span>}
    </div>
  );
}

/** The bar at the bottom of a pane while files are over one of its targets: what, where to, or why not. */
export function DropBar() {
  const offer = useDrag((state) => state.offer);
  return (
    <div role="status" className={offer ? 'drop-bar' : 'visually-hidden'}>
      {offer && (
        <>
          <span className="drop-bar-title clip">{offer.title}</span>
          <span className={offer.isAccepted ? 'muted clip' : 'drop-bar-why'}>{offer.note}</span>
        </>
      )}
    </div>
  );
}
