/** Databases of one server, made by copying. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Makes a database as a copy of `from`, which nobody may be connected to; an empty one when that is null.
 * @returns its address
 */
export async function copyOf(
  url: string,
  from: string | null,
  name = `copy_${randomBytes(4).toString('hex')}`,
): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${from ?? 'template0'} strategy file_copy`)
  } finally {
    await client.end()
  }
  const made = new URL(url)
  made.pathname = `/${name}`
  return made.href
}
