import type { Collection, CollectionList } from '../../src/main/vendors/core/collection.ts';

/** A collection whose lists stand within another record: a project's issues. */
interface Within {
  readonly within?: { readonly list: (vendorId: string) => CollectionList };
}

/** The operations that list a collection's rows. */
export function listOperations(collection: Collection & Within): readonly string[] {
  const within = collection.within?.list('id');
  return [...collection.lists, ...(within === undefined ? [] : [within])].map(({ operation }) => operation);
}
