import type { Passwords } from './access.ts';
import type { SmartqLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { readProperties, someText, type PropertiesOf } from './properties.ts';
import { userSpec, type User } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import { answerList, answerWith, deleted, idIn, readForm, readQuery, type Answers, type Asked } from './request.ts';
import { userShape } from './shapes.ts';

/** The operations on users. */
type UserOperation = Extract<OperationName, 'getMe' | 'updateMe' | `${string}User` | `${string}Users`>;

/** What is sent of a user: the password too. */
const sentSpec = { ...userSpec, password: someText } as const;
type Sent = Partial<PropertiesOf<typeof sentSpec>>;

const blank: PropertiesOf<typeof userSpec> = {
  name: '',
  email: '',
  is_account_administrator: false,
  can_manage_projects: false,
  can_view_profiles: false,
  can_manage_profiles: false,
  company: '',
  title: '',
  address: '',
  work_phone: '',
  cell_phone: '',
  comments: '',
};

const permissions = [
  'is_account_administrator',
  'can_manage_projects',
  'can_view_profiles',
  'can_manage_profiles',
] as const;

const maySee = ({ properties }: User): boolean =>
  properties.can_view_profiles || properties.can_manage_profiles || properties.is_account_administrator;
const mayManage = ({ properties }: User): boolean =>
  properties.can_manage_profiles || properties.is_account_administrator;

/** @throws HTTPException 403 in the envelope when somebody gives what they may not give. */
const checkPermissions = (caller: User, before: User['properties'], after: User['properties']): void => {
  for (const name of permissions) {
    if (after[name] === before[name] || caller.properties.is_account_administrator) continue;
    // Who manages profiles gives all but the administrator's own right.
    if (name === 'is_account_administrator' || !mayManage(caller)) throw refusal(403, 'Access denied');
  }
};

/** Returns the operations on users. */
export const userAnswers = (ledger: SmartqLedger, passwords: Passwords): Answers<UserOperation> => {
  const all = (): readonly User[] => [...ledger.table('user').values()];

  /** Returns the user of the path. @throws HTTPException 404 or 403 in the envelope. */
  const named = (asked: Asked, isAllowed: boolean): User => {
    const id = idIn(asked, 'userId', 'user');
    if (!isAllowed && id !== asked.caller.id) throw refusal(403, 'Access denied');
    const user = ledger.table('user').get(id);
    if (user === undefined) throw notFound('user', id);
    return user;
  };

  const checkEmail = (id: number, { email }: Sent): void => {
    const wanted = email?.toLowerCase();
    const isTaken = all().some((user) => user.id !== id && user.properties.email.toLowerCase() === wanted);
    if (isTaken) throw refusal(400, 'user[email] is already in use');
  };

  const save = (asked: Asked, before: User, { password, ...sent }: Sent): Response => {
    const properties = { ...before.properties, ...sent };
    checkEmail(before.id, sent);
    checkPermissions(asked.caller, before.properties, properties);
    const passwordHash = password === undefined ? before.passwordHash : passwords.hash(before.id, password);
    const record: User = { ...before, properties, passwordHash, updatedAt: ledger.now() };
    ledger.record(asked.caller.id, { changes: [{ kind: 'user', id: record.id, record }] });
    return answerWith(asked, userShape(record));
  };

  return {
    getMe: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, userShape(asked.caller));
    },
    updateMe: async (asked) => {
      readQuery(asked, []);
      return save(asked, asked.caller, readProperties(await readForm(asked), 'user', sentSpec));
    },
    listUsers: (asked) => {
      if (!maySee(asked.caller)) throw refusal(403, 'Access denied');
      return answerList(asked, all(), userShape);
    },
    createUser: async (asked) => {
      readQuery(asked, []);
      if (!mayManage(asked.caller)) throw refusal(403, 'Access denied');
      const sent = readProperties(await readForm(asked), 'user', sentSpec, ['name', 'email', 'password']);
      const [id, now] = [ledger.nextId('user'), ledger.now()];
      const empty: User = { id, properties: blank, passwordHash: null, createdAt: now, updatedAt: now };
      return save(asked, empty, sent);
    },
    getUser: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, userShape(named(asked, maySee(asked.caller))));
    },
    updateUser: async (asked) => {
      readQuery(asked, []);
      const user = named(asked, mayManage(asked.caller));
      // Whoever could take over an administrator's account would be one.
      if (user.properties.is_account_administrator && !asked.caller.properties.is_account_administrator) {
        throw refusal(403, 'Access denied');
      }
      return save(asked, user, readProperties(await readForm(asked), 'user', sentSpec));
    },
    deleteUser: (asked) => {
      readQuery(asked, []);
      if (!mayManage(asked.caller)) throw refusal(403, 'Access denied');
      const { id, properties } = named(asked, true);
      if (id === asked.caller.id) throw refusal(400, 'You cannot delete yourself');
      if (properties.is_account_administrator && !asked.caller.properties.is_account_administrator) {
        throw refusal(403, 'Access denied');
      }
      ledger.record(asked.caller.id, { changes: [{ kind: 'user', id, record: null }] });
      return deleted(asked);
    },
  };
};
