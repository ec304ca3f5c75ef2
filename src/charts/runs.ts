/** Neighbours for which something holds, group by group; what lies between groups is left out. */
export function runsOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly Item[][] {
  const places = items.flatMap((item, index) => (holds(item) ? [{ item, index }] : []));
  return chainsOf(places, (place, before) => place.index === before.index + 1).map((chain) =>
    chain.map(({ item }) => item),
  );
}

/** All items in groups in which each follows the one before. */
export function chainsOf<Item>(
  items: readonly Item[],
  follows: (item: Item, before: Item) => boolean,
): readonly Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before !== undefined && follows(item, before)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
