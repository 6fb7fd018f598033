type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas that may stand in for this one: itself, what it points to, and its alternatives. */
function* faces(schema: Schema, root: Schema): Generator<Schema> {
  yield schema;
  const pointer = schema['$ref'];
  if (typeof pointer === 'string') {
    const target = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((place, key) => (isSchema(place) ? place[key] : undefined), root);
    if (isSchema(target)) yield* faces(target, root);
  }
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const choices: unknown = schema[key];
    if (!Array.isArray(choices)) continue;
    for (const choice of choices) if (isSchema(choice)) yield* faces(choice, root);
  }
}

const isDescribed = (schema: Schema, root: Schema): boolean =>
  [...faces(schema, root)].some(({ description }) => typeof description === 'string' && /\S/.test(description));

/** The fields of a JSON Schema, at any depth, that say nothing of what they are, like `labels[].min`. */
export function undescribedFields(schema: Schema, place = '', root: Schema = schema): readonly string[] {
  const missing = [...faces(schema, root)].flatMap((face) => {
    const { properties, items } = face;
    const fields = isSchema(properties) ? Object.entries(properties) : [];
    return [
      ...fields.flatMap(([name, field]) => {
        if (!isSchema(field)) return [];
        const here = place === '' ? name : `${place}.${name}`;
        return [...(isDescribed(field, root) ? [] : [here]), ...undescribedFields(field, here, root)];
      }),
      ...(isSchema(items) ? undescribedFields(items, `${place}[]`, root) : []),
    ];
  });
  return [...new Set(missing)];
}
