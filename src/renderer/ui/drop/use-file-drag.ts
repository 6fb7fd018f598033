import { useEffect } from 'react';
import { isWriting } from '../../lib/keys.ts';
import { useDrag, type DraggedFiles } from './drag-state.ts';

/** The files of a drag; undefined when it carries none (text, a link). */
function filesOf(transfer: DataTransfer | null): DraggedFiles | undefined {
  if (transfer === null || ![...transfer.types].includes('Files')) return undefined;
  const files = [...transfer.items].filter(({ kind }) => kind === 'file');
  return { count: files.length, types: files.map(({ type }) => type) };
}

/**
 * Follows drags over the window. A file, an address or anything else that misses its target does nothing: without this
 * the browser would leave the app and open it. Words may still be dropped where a person writes.
 */
export function useFileDrag(): void {
  useEffect(() => {
    const { start, end } = useDrag.getState();
    const over = (event: DragEvent): void => {
      const files = filesOf(event.dataTransfer);
      if (files === undefined && isWriting(event.target)) return;
      // A target that takes the drag has answered already.
      if (!event.defaultPrevented && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
      event.preventDefault();
      if (files !== undefined && useDrag.getState().files === undefined) start(files);
    };
    const drop = (event: DragEvent): void => {
      if (filesOf(event.dataTransfer) !== undefined || !isWriting(event.target)) event.preventDefault();
      end();
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) end();
    };
    globalThis.addEventListener('dragover', over);
    globalThis.addEventListener('drop', drop);
    globalThis.addEventListener('dragleave', leave);
    globalThis.addEventListener('dragend', end);
    return () => {
      globalThis.removeEventListener('dragover', over);
      globalThis.removeEventListener('drop', drop);
      globalThis.removeEventListener('dragleave', leave);
      globalThis.removeEventListener('dragend', end);
    };
  }, []);
  const isDragging = useDrag((state) => state.files !== undefined);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-dragging', isDragging);
  }, [isDragging]);
}
