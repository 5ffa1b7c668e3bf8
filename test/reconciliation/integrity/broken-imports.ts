/** Imports of statements that are wrong in one way. */

const madeAt = '2026-11-23T09:00:00.000Z'
const twoHours = 1 / 12

/** A statement, with the steps that brought it to its state. */
function statement(path: readonly string[], fields: { problem?: string; told?: string } = {}): string[] {
  const text = (value: string | undefined) => (value === undefined ? 'null' : `'${value}'`)
  const steps = path.map((state, i) => {
    const from = path[i - 1]
    const before = from === undefined ? 'null, null' : `${i}, '${from}'`
    return `insert into statement_steps (statement_id, n, state, n_before, state_before, move, actor, at)
values ('s_1', ${i + 1}, '${state}', ${before}, '${from ?? ''}>${state}', 'x', '${madeAt}')`
  })
  return [
    ...steps,
    `insert into statements (id, account_id, format, bytes, chunks, rows_done, lines_new, lines_matched, problem, told, uploaded_by, n, state, made_at)
values ('s_1', 'wechat:CNY', 'csv', 1, 1, 0, 0, 0, ${text(fields.problem)}, ${text(fields.told)}, 'x', ${path.length}, '${path.at(-1)}', '${madeAt}')`,
  ]
}

const line = `insert into statement_lines (account_id, line_key, statement_id, row, day, direction, amount_minor, kind, raw_type, digest)
values ('wechat:CNY', 'k', 's_1', 1, '2026-11-23', 'debit', 1, 'payment', '', '')`
const facts = '{}'
const problem = '{"line":0,"why":"currency","detail":null}'

const cases: readonly { how: string; rows: string[]; later?: number; also?: string[] }[] = [
  { how: 'a file that is read for ever', rows: statement(['receiving', 'staging'], { told: facts }), later: twoHours },
  {
    how: 'a file that is refused for ever',
    rows: statement(['receiving', 'staging'], { told: facts, problem }),
    later: twoHours,
  },
  {
    how: 'a file that is matched for ever',
    rows: statement(['receiving', 'staging', 'published'], { told: facts }),
    later: twoHours,
  },
  { how: 'a file that waits for no other', rows: statement(['receiving'], { told: facts }), later: twoHours },
  { how: 'a file that arrives for ever', rows: statement(['receiving']), later: 3 },
  { how: 'a refusal without a reason', rows: statement(['receiving', 'staging', 'refused'], { told: facts }) },
  {
    how: 'a file that counts and has a problem',
    rows: statement(['receiving', 'staging', 'published'], { told: facts, problem }),
  },
  {
    how: 'lines of a file that does not count',
    rows: [...statement(['receiving', 'staging', 'discarded'], { told: facts, problem }), line],
  },
]

const aside = ['receiving', 'staging', 'quarantined']
const quarantined = '{"line":0,"why":"quarantined","detail":null}'
const chunk = `insert into statement_chunks (statement_id, n, content) values ('s_1', 1, 'YWJj')`

const asides: typeof cases = [
  { how: 'a file that was set aside and is gone', rows: statement(aside, { told: facts, problem: quarantined }) },
  { how: 'a file that was set aside for no reason', rows: [...statement(aside, { told: facts, problem }), chunk] },
  {
    how: 'a file that was set aside before it was whole',
    rows: [...statement(aside, { problem: quarantined }), chunk],
  },
]

export const brokenImports = [
  ...cases.map(({ rows, ...one }) => ({ breaks: 'imports_go_on', ...one, sql: () => rows })),
  ...asides.map(({ rows, ...one }) => ({ breaks: 'set_aside_is_kept', ...one, sql: () => rows })),
]
