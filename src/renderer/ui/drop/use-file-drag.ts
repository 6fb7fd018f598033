import { useEffect } from 'react';
import { useDrag, type DraggedFiles } from './drag-state.ts';

/** The files of a drag; undefined when it carries none (text, a link). */
function filesOf(transfer: DataTransfer | null): DraggedFiles | undefined {
  if (transfer === null || ![...transfer.types].includes('Files')) return undefined;
  const files = [...transfer.items].filter(({ kind }) => kind === 'file');
  return { count: files.length, types: files.map(({ type }) => type) };
}

/**
 * Follows drags of files over the window. A file that misses its target does nothing: without this the browser would
 * leave the app and open it.
 */
export function useFileDrag(): void {
  useEffect(() => {
    const { start, end } = useDrag.getState();
    const over = (event: DragEvent): void => {
      const files = filesOf(event.dataTransfer);
      if (files === undefined) return;
      // A target that takes the files has answered already.
      if (!event.defaultPrevented && event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
      event.preventDefault();
      if (useDrag.getState().files === undefined) start(files);
    };
    const drop = (event: DragEvent): void => {
      if (filesOf(event.dataTransfer) !== undefined) event.preventDefault();
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
