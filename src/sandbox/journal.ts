import { closeSync, constants, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAconexEntry, type AconexEntry } from './aconex/entries.ts';
import { isConnectnowEntry, type ConnectnowEntry } from './connectnow/entries.ts';
import { isConqaEntry, type ConqaEntry } from './conqa/entries.ts';
import { isMonitorqaEntry, type MonitorqaEntry } from './monitorqa/entries.ts';
import { isSmartqEntry, type SmartqEntry } from './smartq/entries.ts';
import { createFolderUploads, syncFolder, writeThrough, type Uploads } from './uploads.ts';

/** One accepted write, as plain data. Applied over the data set in their order, entries give what was written. */
export type JournalEntry = MonitorqaEntry | ConqaEntry | SmartqEntry | AconexEntry | ConnectnowEntry;

const isJournalEntry = (value: unknown): value is JournalEntry =>
  [isMonitorqaEntry, isConqaEntry, isSmartqEntry, isAconexEntry, isConnectnowEntry].some((isEntry) => isEntry(value));

/** The writes of a sample workspace on disk. */
export type JournalFile = {
  /** What was written before this start, oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Adds an entry; it is on disk when this returns. */
  readonly append: (entry: JournalEntry) => void;
  /** The bytes of uploaded files, in `PATH.files`. */
  readonly uploads: Uploads;
  /** Closes the file; a second time is nothing. */
  readonly close: () => void;
};

/** @throws SyntaxError when the line is no entry this version knows. */
const readLine = (line: string, number: number): JournalEntry => {
  const entry: unknown = JSON.parse(line);
  if (!isJournalEntry(entry)) throw new SyntaxError(`Line ${number} of the sample's journal is no entry.`);
  return entry;
};

/** Returns the entries of a journal's text, and how many bytes of it they fill. */
const readEntries = (text: string): { readonly entries: readonly JournalEntry[]; readonly length: number } => {
  const entries: JournalEntry[] = [];
  let length = 0;
  const lines = text.split('\n');
  // What stands behind the last line break was torn while it was written, and never answered.
  lines.pop();
  for (const [index, line] of lines.entries()) {
    try {
      entries.push(readLine(line, index + 1));
    } catch (error) {
      // The same goes for a last line of which only some blocks reached the disk. Any other is damage.
      if (index < lines.length - 1) throw error;
      break;
    }
    length += Buffer.byteLength(line) + 1;
  }
  return { entries, length };
};

/**
 * Opens the journal of a sample workspace, one JSON line per write, and makes it when it is not there (0600). A torn
 * last line is cut off. One process writes it at a time.
 * @throws SyntaxError when a line before the last cannot be read.
 */
export const openJournal = (path: string): JournalFile => {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
  try {
    const { entries, length } = readEntries(readFileSync(file, 'utf8'));
    ftruncateSync(file, length);
    syncFolder(dirname(path));
    let isOpen = true;
    return {
      entries,
      append: (entry) => writeThrough(file, Buffer.from(`${JSON.stringify(entry)}\n`)),
      uploads: createFolderUploads(`${path}.files`),
      close: () => {
        if (isOpen) closeSync(file);
        isOpen = false;
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
};
