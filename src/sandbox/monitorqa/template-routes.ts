import { checkWrite, mayWrite } from './access.ts';
import { readBody, required, string } from './body.ts';
import { flag } from './body-kinds.ts';
import { paging } from './filters.ts';
import { pageOf } from './lists.ts';
import { anInteger, aText, readQuery } from './query.ts';
import { conflict } from './refusal.ts';
import { json, writeRecords, type Asked, type Operation } from './routes.ts';
import type { RecordChange } from '../data/records.ts';
import type { ScoreSystemRecord, TemplateRecord } from '../data/record-types.ts';
import type { Account, Tenants } from './tenants.ts';

const copyFields = {
  templateId: required(string),
  targetCompanyId: required(string),
  copyScoreSystem: required(flag),
};

/**
 * Returns the template of the key's company. @throws HTTPException 409 `template/not-accessible` for one of another
 * company, `template/not-found` for one of none.
 */
const templateOf = (account: Account, tenants: Tenants, id: string): TemplateRecord => {
  const template = account.tenant.dataset.records.template.get(id);
  if (template !== null) return template;
  const isElsewhere = tenants.all().some(({ dataset }) => dataset.records.template.get(id) !== null);
  throw conflict(isElsewhere ? 'template/not-accessible' : 'template/not-found');
};

/** Returns the account the key's user has in another company. @throws HTTPException 409 when there is none. */
const accountIn = (account: Account, tenants: Tenants, companyId: string): Account => {
  const found = tenants.accountsOf(account.person).find(({ tenant }) => tenant.company().id === companyId);
  if (found === undefined) throw conflict('company/not-accessible');
  return found;
};

const copy = async ({ c, account, tenants, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-templates');
  const { templateId, targetCompanyId, copyScoreSystem } = await readBody(c, copyFields);
  const source = templateOf(account, tenants, templateId);
  const target = accountIn(account, tenants, targetCompanyId);
  if (!mayWrite(target, 'can-manage-templates')) throw conflict('permissions/can-manage-templates');
  const { records } = target.tenant.dataset;
  const [id = ''] = records.newIds('template', 1);

  const changes: RecordChange[] = [];
  let [scoreSystemId] = records.scoreSystem.all()[0] ?? [];
  if (copyScoreSystem) {
    const system: ScoreSystemRecord | null = account.tenant.dataset.records.scoreSystem.known(source.scoreSystemId);
    [scoreSystemId] = records.newIds('scoreSystem', 1);
    if (system !== null && scoreSystemId !== undefined) {
      changes.push({ kind: 'scoreSystem', id: scoreSystemId, value: { ...system, isSample: false } });
    }
  }
  if (scoreSystemId === undefined) throw conflict('score-system/no-default-score-system');
  changes.push({ kind: 'template', id, value: { ...source, scoreSystemId } });
  writeRecords(write, changes, ['TEMPLATE_CREATED'], target.tenant.number);
  return json(c, { templateId: id });
};

/** The operations of "Audit Templates". */
export const templateOperations: readonly Operation[] = [
  { name: 'copyTemplate', method: 'POST', path: '/audit/templates/copy', answer: copy },
  {
    name: 'listTemplatesDetailed',
    method: 'GET',
    path: '/audit/templates/detailed',
    answer: ({ c, account: { tenant } }) => {
      const readers = { ...paging, templateType: anInteger(0, 999), search: aText };
      const { templateType, search, ...query } = readQuery(c.req.url, readers);
      const wanted = search?.toLowerCase() ?? '';
      const found = tenant.dataset.records.template
        .all()
        .filter(([, { name }]) => name.toLowerCase().includes(wanted))
        .filter(([, template]) => templateType === undefined || template.templateType === templateType);
      const row = ([id, template]: (typeof found)[number]) => ({
        id,
        name: template.name,
        templateType: template.templateType,
      });
      return json(c, pageOf(found, query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'listTemplates',
    method: 'GET',
    path: '/audit/templates',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(
        c,
        tenant.dataset.records.template.all().map(([id, { name }]) => ({ id, name })),
      );
    },
  },
];
