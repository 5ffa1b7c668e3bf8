/**
 * Gives rows back when every number in them is exact. An integer beyond 2^53-1 would reach us rounded, and a fraction
 * is something that only some databases compute, so both are mistakes of the query.
 * @throws TypeError
 */
export function decodeRows<Row>(rows: Row[], sql: string): Row[] {
  for (const row of rows as Record<string, unknown>[]) {
    for (const name in row) {
      const value = row[name]
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        throw new TypeError(
          `Not a bindable value: ${name} is a fraction or beyond 2^53-1 in what came back from ${sql}`,
        )
      }
    }
  }
  return rows
}
