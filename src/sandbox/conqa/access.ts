import type { Person } from '../data/people.ts';
import type { ConqaDataset } from './data/dataset.ts';
import type { Project } from './data/project.ts';
import { refusal } from './refusal.ts';

/** The token the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleConqaToken = 'sample-conqa-token';

/** The same by the name of the field that whoever connects keeps it in. */
export const sampleConqaSecret = { token: sampleConqaToken } as const;

/** The token of somebody who was invited to the first project alone: 403 for the others and for the account. */
export const sampleConqaGuestToken = 'sample-conqa-guest-token';

/** The account all projects belong to. No endpoint answers it: who manages its webhooks has to know it. */
export const sampleConqaAccountId = '5ad0c0de-0000-4000-8000-00000000c09a';

/** Somebody with a token, and what it opens. */
export type Caller = {
  readonly person: Person;
  /** The projects they see, in the order they are listed. */
  readonly projects: readonly Project[];
  readonly managesAccount: boolean;
};

/** Returns who sent the header. @throws HTTPException 401 unless it is a token as it was made, with nothing around it. */
export const callerOf = (dataset: ConqaDataset, authorization: string | undefined): Caller => {
  if (authorization === sampleConqaToken) {
    return { person: dataset.manager, projects: dataset.projects(), managesAccount: true };
  }
  if (authorization === sampleConqaGuestToken) {
    return { person: dataset.guest, projects: dataset.projects().slice(0, 1), managesAccount: false };
  }
  throw refusal(401);
};

/** Returns the project of an id. @throws HTTPException 404 when there is none, 403 when it is closed to the caller. */
export const projectNamed = (dataset: ConqaDataset, caller: Caller, id: string): Project => {
  const project = dataset.projects().find((candidate) => candidate.id === id);
  if (project === undefined) throw refusal(404);
  if (!caller.projects.includes(project)) throw refusal(403);
  return project;
};

/** @throws HTTPException 404 when there is no such account, 403 when it is closed to the caller. */
export const checkAccount = (caller: Caller, id: string): void => {
  if (id !== sampleConqaAccountId) throw refusal(404);
  if (!caller.managesAccount) throw refusal(403);
};
