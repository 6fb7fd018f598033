import { projectIdAt, type AconexDataset, type Project } from './data/projects.ts';
import type { AconexEntry, AconexWritten, CopyRequest } from './entries.ts';
import { refusal } from './refusal.ts';
import type { Tokens } from './tokens.ts';

/** A refresh token that was given out. */
type GivenRefresh = {
  readonly number: number;
  readonly userId: string;
  readonly clientId: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Whether it was handed in for a newer one, after which it is worth nothing. */
  readonly isReplaced: boolean;
};

/** What was written to Aconex and its Lobby, over what the data set began with. */
export type AconexLedger = {
  /** Returns every project of the organization, oldest first. */
  readonly projects: () => readonly Project[];
  /** Returns the projects somebody is in, in the same order. */
  readonly projectsOf: (userId: string) => readonly Project[];
  /** Returns the number no refresh token has yet. */
  readonly nextRefresh: () => number;
  /** Returns what is known of a refresh token, or null when it was never given out. */
  readonly givenRefresh: (token: string) => GivenRefresh | null;
  /**
   * Makes a write last (journal first, so that nothing is answered that a restart would not know), then applies it.
   * `by` is a user's id. @throws HTTPException 500 when it cannot.
   */
  readonly record: (by: string, written: AconexWritten) => void;
};

/** What a ledger begins with. */
type Beginning = {
  readonly dataset: AconexDataset;
  readonly tokens: Tokens;
  /** What was written before; these are not made to last again. */
  readonly entries: readonly AconexEntry[];
  readonly onEntry: (entry: AconexEntry) => void;
  /** Stamps what is written, in milliseconds since 1970. */
  readonly clock: () => number;
};

/** Returns a copy of a project; what the request does not name is as it was. Its days begin at midnight, UTC. */
const copyOf = (source: Project, copy: CopyRequest, made: { readonly id: string; readonly at: number }): Project => ({
  ...source,
  id: made.id,
  name: copy.projectName,
  shortName: copy.projectShortName,
  code: copy.projectCode,
  type: copy.projectType,
  value: copy.projectValue,
  createdAt: made.at,
  startAt: Date.parse(copy.startDate),
  stopAt: Date.parse(copy.estimatedCompletionDate),
  logoPath: null,
  isHidden: false,
  isActive: true,
  disconnection: 'NONE',
});

/** Returns the ledger of the sample's organization. */
export const createAconexLedger = ({ dataset, tokens, entries, onEntry, clock }: Beginning): AconexLedger => {
  const projects: Project[] = [...dataset.projects];
  const members = new Map(
    dataset.projects.map(({ id }, index) => [
      id,
      new Set(index < 3 ? [dataset.manager.id, dataset.guest.id] : [dataset.manager.id]),
    ]),
  );
  const refreshes: GivenRefresh[] = [];

  const apply = (entry: AconexEntry): void => {
    switch (entry.type) {
      case 'users-invited':
        for (const id of entry.userIds) members.get(entry.projectId)?.add(id);
        return;
      case 'project-copied': {
        const source = projects.find(({ id }) => id === entry.copy.projectId);
        if (source === undefined) return;
        const id = projectIdAt(projects.length);
        projects.push(copyOf(source, entry.copy, { id, at: Date.parse(entry.at) }));
        members.set(id, new Set([entry.by]));
        return;
      }
      case 'refresh-issued': {
        const { number, clientId, replaces } = entry;
        const replaced = replaces === null ? undefined : refreshes[replaces];
        if (replaced !== undefined) refreshes[replaced.number] = { ...replaced, isReplaced: true };
        refreshes[number] = { number, clientId, userId: entry.by, at: Date.parse(entry.at), isReplaced: false };
        return;
      }
    }
  };

  entries.forEach(apply);

  return {
    projects: () => projects,
    projectsOf: (userId) => projects.filter(({ id }) => members.get(id)?.has(userId) === true),
    nextRefresh: () => refreshes.length,
    givenRefresh: (token) => refreshes.find(({ number }) => tokens.refresh(number) === token) ?? null,
    record: (by, written) => {
      const entry: AconexEntry = { vendor: 'aconex', at: new Date(clock()).toISOString(), by, ...written };
      try {
        onEntry(entry);
      } catch {
        throw refusal(500, 'INTERNAL_SERVER_ERROR', 'The request could not be completed');
      }
      apply(entry);
    },
  };
};
