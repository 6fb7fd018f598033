/** A record with a position among others, counted from 1. */
type Placed = { readonly id: number; readonly properties: { readonly pos: number } };

/**
 * Returns records in their order with one put at its own position, numbered anew from 1. Of the others only those whose
 * number changes come with it; a position past the end is the end.
 */
export const placed = <Row extends Placed>(others: readonly Row[], row: Row): readonly Row[] => {
  const order = others.filter(({ id }) => id !== row.id).toSorted((a, b) => a.properties.pos - b.properties.pos);
  order.splice(row.properties.pos - 1, 0, row);
  return order.flatMap((one, index) => {
    const isSame = one.id !== row.id && one.properties.pos === index + 1;
    return isSame ? [] : [{ ...one, properties: { ...one.properties, pos: index + 1 } }];
  });
};
