/** The kinds of test files, told apart by where one lies or how its name ends: each needs something else of a run. */

/** In the order in which a run takes them: those that wait most at first, when there is other work to be done meanwhile. */
export const kinds = ['browser', 'databases', 'edge', 'unit'] as const

/**
 * - `browser`: the pages in a real Chromium.
 * - `databases`: the same facts on better-sqlite3, D1 (Miniflare) and a real Postgres, whose address is
 *   `inject('postgresUrl')`.
 * - `edge`: the Worker as it is deployed, inside workerd: `inject('worker')` has its modules for Miniflare.
 * - `unit`: all others.
 */
export type Kind = (typeof kinds)[number]

/** The kind of a test file, by its path. */
export function kindOf(path: string): Kind {
  if (/\/test\/browser\/|browser\.test\.tsx?$/.test(path)) return 'browser'
  if (/\/test\/edge\/|edge\.test\.tsx?$/.test(path)) return 'edge'
  return /databases\.test\.tsx?$/.test(path) ? 'databases' : 'unit'
}
