import { checkNames, readArray, readId, readIds, readText } from './checks.ts';
import type { ConnectnowUser } from './data/dataset.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { pageOf, pageParameters, readPage } from './paginator.ts';
import type { Category } from './records.ts';
import { missing, refusal } from './refusal.ts';
import { readBody, readQuery, refuseQuery, userOf, type Answer, type Asked } from './request.ts';
import { categoryShape, expansions } from './shapes.ts';

/** The operations on categories but subscribing. */
type CategoryOperation = Exclude<Extract<OperationName, `${string}Category` | 'listCategories'>, `subscribe${string}`>;

/** Returns a category there is. @throws HTTPException 404 when there is none. */
export const categoryNamed = (ledger: ConnectnowLedger, id: string): Category => {
  const category = /^\d{1,15}$/.test(id) ? ledger.categories.find(Number(id)) : undefined;
  if (category === undefined) throw missing('Category', id);
  return category;
};

/** Returns the operations on categories. */
export const categoryAnswers = (ledger: ConnectnowLedger): Readonly<Record<CategoryOperation, Answer>> => {
  const isCompany = (id: number): boolean => ledger.companies.find(id) !== undefined;

  /** Returns the category of the path and who may write to it. @throws HTTPException 404, 403 */
  const writable = (asked: Asked): { readonly category: Category; readonly user: ConnectnowUser } => {
    const user = userOf(asked);
    const category = categoryNamed(ledger, asked.path('categoryId'));
    if (!ledger.hasAccess(user.id, category.companyId)) throw refusal(403);
    return { category, user };
  };

  return {
    listCategories: ({ c }) => {
      const { checks, input } = readQuery(c);
      checkNames(checks, input, ['with', 'company_ids', ...pageParameters]);
      const asked = readArray(
        checks,
        input,
        'with',
        (value) => expansions.category.find((known) => known === value) ?? null,
      );
      const companies = readIds(checks, input, 'company_ids', isCompany);
      const page = readPage(checks, input);
      checks.settle();
      const rows = ledger.categories
        .all()
        .filter(({ companyId }) => companies.length === 0 || companies.includes(companyId));
      const vanished = c.get('vanishedRows') ?? 0;
      const shape = (category: Category): unknown => categoryShape(ledger, category, asked);
      return c.json(pageOf(rows, page, { path: '/api/categories', vanished, shape }));
    },

    createCategory: async (asked) => {
      const user = userOf(asked);
      const { checks, input } = await readBody(asked.c);
      checkNames(checks, input, ['name', 'company_id']);
      const name = readText(checks, input, 'name');
      const companyId = readId(checks, input, 'company_id', isCompany);
      checks.settle();
      if (!ledger.hasAccess(user.id, companyId)) throw refusal(403);
      const id = ledger.categories.nextId();
      ledger.record(user.id, { type: 'category-created', id, name, companyId });
      return asked.c.json(categoryShape(ledger, categoryNamed(ledger, String(id))), 201);
    },

    getCategory: ({ c, path }) => {
      const category = categoryNamed(ledger, path('categoryId'));
      refuseQuery(c);
      return c.json(categoryShape(ledger, category));
    },

    updateCategory: async (asked) => {
      const { category, user } = writable(asked);
      const { checks, input } = await readBody(asked.c);
      checkNames(checks, input, ['name']);
      const name = readText(checks, input, 'name');
      checks.settle();
      ledger.record(user.id, { type: 'category-updated', id: category.id, name });
      return asked.c.json(categoryShape(ledger, categoryNamed(ledger, String(category.id))));
    },

    deleteCategory: (asked) => {
      const { category, user } = writable(asked);
      refuseQuery(asked.c);
      ledger.record(user.id, { type: 'category-deleted', id: category.id });
      return asked.c.body(null, 200);
    },
  };
};
