/** Makes a used Postgres database as good as new, in a few milliseconds. */
import pg from 'pg'
import type { Database } from '../../../src/platform/db/together.ts'

/**
 * Keeps in a schema of its own what a database has to hold when it is new, and a note of anything that is altered later.
 * Called once, on the database that the others are copied from.
 */
export async function makeCleanable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    const names = rows.map(({ name }) => name)
    await client.query('create schema clean')
    const filled: string[] = []
    for (const name of names) {
      const { rowCount } = await client.query(`select 1 from ${name} limit 1`)
      if (rowCount === 0) continue
      filled.push(name)
      await client.query(`create table clean.${name} as table public.${name}`)
    }
    const restore = filled.map((name) => `insert into public.${name} select * from clean.${name};`)
    await client.query(`
      create table clean.altered (what text);
      create function clean.note() returns event_trigger language plpgsql as $$
        begin insert into clean.altered values (tg_tag); end $$;
      create function clean.up() returns bigint language plpgsql
        set session_replication_role = replica set lock_timeout = '2s' as $$
        begin
          if exists (select 1 from clean.altered) then return 0; end if;
          ${names.map((name) => `delete from public.${name};`).join('\n')}
          ${restore.join('\n')}
          return 1;
        end $$;
      create event trigger note on ddl_command_end execute function clean.note();`)
  } finally {
    await client.end()
  }
}

/** Takes out whatever a test has put in; false when that is not enough, or not possible. */
export async function isCleaned(db: Database): Promise<boolean> {
  try {
    const [answer] = await db.read<{ done: number }>({ sql: 'select clean.up() as done', values: [] })
    return answer?.done === 1
  } catch {
    return false
  }
}
