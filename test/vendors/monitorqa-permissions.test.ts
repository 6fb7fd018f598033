import { describe, expect, it } from 'vitest';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';
import { permits } from '../../src/main/vendors/monitorqa/permissions.ts';
import { ROLE_PERMISSIONS } from '../../src/main/vendors/monitorqa/role-permissions.ts';

const [admin, auditor, auditee, observer] = ROLE_PERMISSIONS;

describe('ROLE_PERMISSIONS', () => {
  it('has 31, 17, 4 and 9 permissions, none of them twice', () => {
    expect(ROLE_PERMISSIONS.map((list) => new Set(list).size)).toEqual([31, 17, 4, 9]);
    expect(ROLE_PERMISSIONS.map((list) => list.length)).toEqual([31, 17, 4, 9]);
  });

  it('gives an administrator all that the others may have', () => {
    const all = new Set<string>(admin);
    for (const permission of [...auditor, ...auditee, ...observer]) expect(all).toContain(permission);
  });
});

describe('permits', () => {
  it.each<
    [operation: string, held: readonly string[] | null, permitted: string, reason: string, names: readonly string[]]
  >([
    ['deleteUsers', ['users.manage', 'audits.do'], 'yes', 'granted', ['users.manage']],
    ['deleteUsers', auditor, 'no', 'missing', ['users.manage']],
    ['deleteUsers', [], 'no', 'missing', ['users.manage']],
    ['deleteUsers', null, 'unknown', 'role-unknown', ['users.manage']],
    ['createDailySchedule', ['audits.schedule'], 'yes', 'granted', ['audits.schedule']],
    ['createDailySchedule', ['audits.manage'], 'unknown', 'partly', ['audits.manage']],
    ['updateCorrectiveAction', ['correctiveActions.manage'], 'yes', 'granted', ['correctiveActions.manage']],
    ['updateCorrectiveAction', ['correctiveActions.do'], 'unknown', 'partly', ['correctiveActions.do']],
    ['updateCorrectiveAction', observer, 'no', 'missing', ['correctiveActions.manage']],
    // Deletion is not among what the reference names, so that nobody is refused on our word alone.
    ['deleteCorrectiveAction', observer, 'unknown', 'not-documented', ['correctiveActions.manage']],
    // The other company decides too.
    ['copyTemplate', ['auditTemplates.manage'], 'unknown', 'partly', ['auditTemplates.manage']],
    ['copyTemplate', observer, 'no', 'missing', ['auditTemplates.manage']],
    ['getAuditReport', auditee, 'yes', 'granted', ['audits.viewResults']],
    ['listUsers', [], 'unknown', 'not-documented', []],
    ['deleteCompany', admin, 'unknown', 'not-documented', []],
    ['toString', admin, 'unknown', 'not-documented', []],
  ])('%s with %j is %s: %s', (operation, held, permitted, reason, permissions) => {
    expect(permits(operation, held)).toEqual({ permitted, reason, permissions });
  });

  it('never refuses an administrator who has every permission', () => {
    const refused = Object.keys(operations).filter((operation) => permits(operation, admin).permitted === 'no');
    expect(refused).toEqual([]);
  });

  it('never says more than the role while nobody knows the role', () => {
    for (const operation of Object.keys(operations)) expect(permits(operation, null).permitted).toBe('unknown');
  });

  it('refuses an observer the writes that the reference ties to a permission', () => {
    const refused = Object.keys(operations).filter((operation) => permits(operation, observer).permitted === 'no');
    expect(refused).toContain('createScoreSystem');
    expect(refused.filter((name) => operations[name as keyof typeof operations].effect === 'read')).toEqual([]);
  });

  it('is how the vendor’s definition answers', () => {
    expect(monitorqa.permissions?.permits('createRole', ['roles.manage']).permitted).toBe('yes');
  });
});
