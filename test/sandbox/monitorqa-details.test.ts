import { describe, expect, it } from 'vitest';
import { allRows, ask, key, sandboxOf, type Named, type Row } from './support.ts';

const sandbox = sandboxOf();
const { dataset } = sandbox;
const pending = await allRows(sandbox, '/audit/pending', 1000);
const complete = await allRows(sandbox, '/audit/complete', 1000);
const read = async <T>(path: string): Promise<T> => (await (await ask(sandbox, path)).json()) as T;

type Detail = Row & {
  readonly companyId: string;
  readonly templateId: string;
  readonly isCompleted: boolean;
  readonly isExpired: boolean;
  readonly isFailed: boolean;
  readonly startedAt: string | null;
  readonly completionTime: number | null;
  readonly reportUrl: string;
  readonly auditeeSignature: Signature | null;
  readonly auditorSignature: Signature | null;
};
type Signature = { readonly photoId: string; readonly createdBy: Named };
type Action = {
  readonly id: string;
  readonly number: string;
  readonly status: number;
  readonly priority: number;
  readonly comments: readonly { readonly createdAt: string }[];
  readonly createdBy: Named;
  readonly createdAt: string;
  readonly dueDate: string;
  readonly tags: readonly Named[];
  readonly photos: readonly string[];
};
type Item = {
  readonly id: string;
  readonly itemType: number;
  readonly childrenIds: readonly string[];
  readonly isPassed: boolean;
  readonly isFailed: boolean;
  readonly notApplicable: boolean;
  readonly points: number | null;
  readonly failedInRowCount: number;
  readonly itemsCount: number | null;
  readonly photos: readonly string[];
  readonly actions: readonly Action[];
  readonly signature: Signature | null;
  readonly data: { readonly points: number; readonly isFailed: boolean } | null;
};
type Report = { readonly id: string; readonly items: readonly Item[] };

const reports = await Promise.all(complete.map((row) => read<Report>(`/audit/complete/${row.id}/report`)));
const everyItem = reports.flatMap((report) => report.items);
const everyAction = everyItem.flatMap((item) => item.actions);

const detailFields = [
  'id',
  'auditorHint',
  'companyId',
  'number',
  'auditObject',
  'startedBy',
  'templateId',
  'template',
  'assignees',
  'isStarted',
  'startedAt',
  'isCompleted',
  'completeDate',
  'isFailed',
  'isExpired',
  'isReopened',
  'completedBy',
  'startDate',
  'endDate',
  'score',
  'scoreLabel',
  'scoreColor',
  'completionTime',
];

describe('GET /audit/{id}', () => {
  it('agrees with the list for every pending audit and leaves the result empty', async () => {
    for (const row of pending) {
      const detail = await read<Detail>(`/audit/${row.id}`);
      const { name: _, ...listed } = row;
      const {
        completedActionsCount: _done,
        pendingActionsCount: _open,
        ...same
      } = listed as Readonly<Record<string, unknown>>;
      expect(detail).toMatchObject({
        ...same,
        isCompleted: false,
        isExpired: false,
        score: null,
        completionTime: null,
      });
      expect(Object.keys(detail)).toEqual(detailFields);
    }
  });

  it('reads an expired audit, which is in no list', async () => {
    const listed = new Set([...pending, ...complete].map((row) => row.id));
    const expired = Array.from({ length: dataset.auditCount }, (_, place) =>
      dataset.audits.at(dataset.firstSlot + place),
    )
      .map((audit) => audit.id)
      .filter((id) => !listed.has(id));
    expect(expired.length).toBeGreaterThan(0);
    for (const id of expired) {
      expect(await read<Detail>(`/audit/${id}`)).toMatchObject({ id, isExpired: true, isCompleted: false });
      expect((await ask(sandbox, `/audit/complete/${id}`)).status).toBe(404);
    }
  });
});

describe('GET /audit/complete/{id}', () => {
  it('agrees with the list for every complete audit', async () => {
    for (const { name: _, ...row } of complete) {
      const detail = await read<Detail>(`/audit/complete/${row.id}`);
      expect(detail).toMatchObject({
        ...row,
        auditObject: row.auditObject,
        isCompleted: true,
        isFailed: (row.score ?? 0) < 70,
        companyId: dataset.company.id,
        templateId: row.template.id,
      });
      const minutes = (Date.parse(detail.completeDate ?? '') - Date.parse(detail.startedAt ?? '')) / 60_000;
      expect(detail.completionTime).toBe(Math.floor(minutes));
      expect(Object.keys(detail)).toEqual([...detailFields, 'reportUrl', 'auditeeSignature', 'auditorSignature']);
    }
  });

  it('signs as a guest with the zero GUID, and as the auditor with a user; both may be missing', async () => {
    const details = await Promise.all(complete.map((row) => read<Detail>(`/audit/complete/${row.id}`)));
    const guests = details.flatMap((detail) => detail.auditeeSignature ?? []);
    expect(guests.length).toBeLessThan(details.length);
    expect(new Set(guests.map((signed) => signed.createdBy.id))).toEqual(
      new Set(['00000000-0000-0000-0000-000000000000']),
    );
    for (const detail of details.filter((entry) => entry.auditorSignature !== null)) {
      expect(detail.auditorSignature?.createdBy).toEqual(detail.completedBy);
    }
  });

  it('names a report address that no network can reach, the same whatever the port', async () => {
    const url = new URL((await read<Detail>(`/audit/complete/${complete[0]?.id}`)).reportUrl);
    expect(url.hostname.endsWith('.invalid')).toBe(true);
  });
});

/** Types of item that may stand below each type. */
const allowedBelow: readonly (readonly number[])[] = [[1], [2, 3], [], [4], [2, 3]];

describe('GET /audit/complete/{id}/report', () => {
  it('is one tree: a root, every child present once, nothing left over', () => {
    for (const { items } of reports) {
      const byId = new Map(items.map((item) => [item.id, item]));
      expect(byId.size).toBe(items.length);
      expect(items.filter((item) => item.itemType === 0)).toHaveLength(1);
      const reached: string[] = [];
      const visit = (item: Item | undefined): void => {
        if (item === undefined) throw new Error('a child is missing');
        reached.push(item.id);
        expect(reached.length).toBeLessThanOrEqual(items.length);
        for (const id of item.childrenIds) visit(byId.get(id));
      };
      visit(items[0]);
      expect(reached).toEqual(items.map((item) => item.id));
    }
  });

  it('uses all five kinds of item: conditions under conditional items, answers only where something is asked', () => {
    expect(new Set(everyItem.map((item) => item.itemType))).toEqual(new Set([0, 1, 2, 3, 4]));
    for (const { items } of reports) {
      const typeOf = new Map(items.map((item) => [item.id, item.itemType]));
      for (const item of items) {
        const below = item.childrenIds.map((id) => typeOf.get(id) ?? -1);
        expect(below.filter((type) => !allowedBelow[item.itemType]?.includes(type))).toEqual([]);
        expect(item.data === null).toBe([0, 1, 4].includes(item.itemType));
        expect(item.itemsCount === null).toBe([2, 3].includes(item.itemType));
      }
    }
  });

  it('adds up to the score of the list', () => {
    reports.forEach(({ items }, place) => {
      const counted = items.filter((item) => item.itemType === 2 && item.points !== null && !item.notApplicable);
      const earned = counted.reduce((sum, item) => sum + (item.data?.points ?? 0), 0);
      const most = counted.reduce((sum, item) => sum + (item.points ?? 0), 0);
      expect(complete[place]?.score).toBe(Math.round((earned / most) * 1000) / 10);
      expect(items[0]?.points).toBe(most);
    });
  });

  it('never passes and fails an item at once, and counts failures in a row only on failed ones', () => {
    for (const item of everyItem) {
      const hasFailed = item.isFailed || item.data?.isFailed === true;
      expect(item.isPassed && hasFailed).toBe(false);
      expect(item.failedInRowCount > 0).toBe(hasFailed);
      expect(item.isFailed && item.data?.isFailed !== true).toBe(false);
    }
  });

  it("has the document's oddities: an unset mark over a failed answer, no points, decimals with zeros", async () => {
    expect(everyItem.some((item) => !item.isFailed && item.data?.isFailed === true)).toBe(true);
    expect(everyItem.some((item) => item.itemType === 2 && item.points === null)).toBe(true);
    const text = await (await ask(sandbox, `/audit/complete/${complete[0]?.id}/report`)).text();
    expect(text).toContain('"points":0.0000');
    expect(text).toMatch(/"number":(null|-?\d+\.\d{4})/);
  });

  it('raises corrective actions on failed items only, each with its own number, in every state and priority', () => {
    expect(everyItem.filter((item) => item.actions.length > 0).every((item) => item.data?.isFailed)).toBe(true);
    expect(new Set(everyAction.map((action) => action.number)).size).toBe(everyAction.length);
    expect(new Set(everyAction.map((action) => action.id)).size).toBe(everyAction.length);
    expect(new Set(everyAction.map((action) => action.status))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(everyAction.map((action) => action.priority))).toEqual(new Set([0, 1, 2]));
    expect(everyAction.some((action) => action.comments.length > 1)).toBe(true);
    expect(everyAction.some((action) => action.tags.length > 0)).toBe(true);
    expect(everyAction.some((action) => action.createdBy.name === 'System')).toBe(true);
    for (const action of everyAction) expect(action.dueDate > action.createdAt).toBe(true);
  });
});

describe('GET /files/{id}', () => {
  const photo = everyItem.flatMap((item) => item.photos)[0] ?? '';
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const bytes = async (path: string) => new Uint8Array(await (await ask(sandbox, path)).arrayBuffer());

  it('answers a photo of an item as PNG, the same on every start', async () => {
    const response = await ask(sandbox, `/files/${photo}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const file = new Uint8Array(await response.arrayBuffer());
    expect([...file.subarray(0, 8)]).toEqual(png);
    const again = await ask(sandboxOf(), `/files/${photo}`);
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(file);
  });

  it('marks the photo when a watermark is asked for', async () => {
    expect(await bytes(`/files/${photo}?withWatermark=true`)).not.toEqual(await bytes(`/files/${photo}`));
  });

  it('answers signatures, photos of actions, logo and icon', async () => {
    const detail = await read<Detail>(`/audit/complete/${complete.find((row) => row.score === 100)?.id}`);
    const company = await read<{ logoFileId: string; iconFileId: string }>('/company');
    const ids = [
      detail.auditorSignature?.photoId ?? detail.auditeeSignature?.photoId,
      everyItem.find((item) => item.signature !== null)?.signature?.photoId,
      everyAction.flatMap((action) => action.photos)[0],
      company.logoFileId,
      company.iconFileId,
    ];
    for (const id of ids) expect([...(await bytes(`/files/${id}`)).subarray(0, 8)]).toEqual(png);
  });

  it('answers 404 to a photo the report does not show', async () => {
    const slot = dataset.slotsOf('complete')[0] ?? 0;
    const id = dataset.identifiers.encode('photo', slot, 7);
    expect((await ask(sandbox, `/files/${id}`)).status).toBe(404);
  });

  it.each([
    ['bench-0', 0, ''],
    ['bench-1000000', 1_000_000, '\u0000\u0001\u0002\u0003\u0004'],
    ['bench-600000.pdf', 600_000, '%PDF-'],
  ])('streams %s with its length announced', async (id, size, start) => {
    const response = await ask(sandbox, `/files/${id}`);
    expect(response.headers.get('content-length')).toBe(String(size));
    const body = new Uint8Array(await response.arrayBuffer());
    expect(body).toHaveLength(size);
    expect(new TextDecoder().decode(body.subarray(0, 5))).toBe(start);
  });
});

describe('GET /users', () => {
  it('lists forty people with e-mail, and each one with a role', async () => {
    const users = await read<readonly (Named & { email: string })[]>('/users');
    expect(users).toHaveLength(40);
    for (const user of users) {
      const detail = await read<{ role: { id: string; name: string; roleType: number } }>(`/users/${user.id}`);
      expect(detail).toMatchObject(user);
      expect([0, 1, 2, 3]).toContain(detail.role.roleType);
    }
  });

  it('takes the key in any letter case of the header name', async () => {
    const response = await sandbox.app.request('http://127.0.0.1/monitorqa/users', {
      headers: { 'x-api-key': key['X-API-KEY'] },
    });
    expect(response.status).toBe(200);
  });
});
