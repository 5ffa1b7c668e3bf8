/**
 * Rows of times on pages, none of which tells more than four others do. Whoever sees at another desk how long the holder of
 * each voucher took knows whose row is whose; so the days, the version and the pages of a row must leave as many responses to
 * choose among as are shown together. Pure, and its memory is flat.
 */

/** As many rows as are alike at the least. */
const fewestAlike = 5

export interface DayTimes {
  version: string
  day: string
  /** Seconds by the page's code, of pages that were seen. */
  pages: ReadonlyMap<string, number>
}

export interface PooledRow {
  /** '' where so few of the version are of the day that it is not told. */
  version: string
  day: string
  /** `all`: every page that was seen is there. `shared`: only those that all saw with whom this row stands. */
  told: 'all' | 'shared'
  pages: ReadonlyMap<string, number>
}

/** Those of one version and day who saw the same pages. */
interface Alike {
  version: string
  day: string
  /** The first of them: they are told at the end, when it is known with whom. */
  kept: DayTimes[]
}

/** Takes rows one by one, and gives each back as it may be told. */
export class PooledTimes {
  readonly #alike = new Map<string, Alike>()

  /** @returns the row, when there are enough like it; null for one that is told at the end */
  add(row: DayTimes): PooledRow | null {
    const { version, day } = row
    const key = JSON.stringify([version, day, ...[...row.pages.keys()].sort()])
    const alike = this.#alike.get(key) ?? { version, day, kept: [] }
    this.#alike.set(key, alike)
    if (alike.kept.length === fewestAlike) return { ...row, told: 'all' }
    alike.kept.push(row)
    return null
  }

  /**
   * The rows that were kept. Where fewer than five of a version and day are alike, they are told with others of it, and where
   * those are too few, with others of the day; of a day of which there are fewer than five, none is told.
   */
  end(): PooledRow[] {
    const pooledRows: PooledRow[] = []
    const days = Map.groupBy(this.#alike.values(), ({ day }) => day)
    for (const ofDay of days.values()) {
      const few: DayTimes[] = []
      const used = new Set<Alike>()
      for (const ofVersion of Map.groupBy(ofDay, ({ version }) => version).values()) {
        const pool = pooled(ofVersion, [], used)
        if (pool.length >= fewestAlike) pooledRows.push(...shared(pool))
        else few.push(...pool)
      }
      const pool = few.length === 0 ? [] : pooled(ofDay, few, used)
      if (pool.length >= fewestAlike) pooledRows.push(...shared(pool).map((row) => ({ ...row, version: '' })))
      const whole = ofDay.filter((alike) => isEnough(alike) && !used.has(alike))
      pooledRows.push(...whole.flatMap(({ kept }) => kept.map((row) => ({ ...row, told: 'all' as const }))))
    }
    return pooledRows
  }
}

const isEnough = ({ kept }: Alike) => kept.length === fewestAlike

/**
 * Rows of which too few are alike, with five that are alike where they are too few themselves.
 * @param few what is pooled already; where there is none, all of which too few are alike
 * @param used those that are pooled already, and are no more told by themselves; it grows
 */
function pooled(among: readonly Alike[], few: readonly DayTimes[], used: Set<Alike>): DayTimes[] {
  const pool = few.length > 0 ? [...few] : among.flatMap((alike) => (isEnough(alike) ? [] : alike.kept))
  if (pool.length === 0 || pool.length >= fewestAlike) return pool
  const more = among.find((alike) => isEnough(alike) && !used.has(alike))
  if (more === undefined) return pool
  used.add(more)
  return [...pool, ...more.kept]
}

function shared(pool: readonly DayTimes[]): PooledRow[] {
  const [one, ...others] = pool
  const pages = [...(one?.pages.keys() ?? [])].filter((page) => others.every((row) => row.pages.has(page)))
  return pool.map((row) => ({
    ...row,
    told: 'shared',
    pages: new Map(pages.map((page) => [page, row.pages.get(page) ?? 0])),
  }))
}
