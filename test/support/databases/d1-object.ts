/**
 * Databases of workerd that are asked over a socket each. Behind D1's binding a question is four requests, one inside the
 * other, which cost ten times what the answer does; the engine, its limits and its errors are the same here.
 */
import type { MiniflareOptions } from 'miniflare'
import type { D1Binding } from '../../../src/platform/db/d1.ts'

export const objects = 'objects'
const className = 'Sql'

/** Makes the ids of the objects, and names the folder of their files. */
export const objectKey = `${objects}-${className}`

/** Runs inside workerd: does what the object behind D1's binding does, errors in D1's own words. */
const code = `
import { DurableObject } from 'cloudflare:workers'

const given = (value) => (Array.isArray(value) ? new Uint8Array(value).buffer : value)
const portable = (value) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value)

export class ${className} extends DurableObject {
  fetch() {
    const [outside, inside] = Object.values(new WebSocketPair())
    inside.accept()
    inside.addEventListener('message', ({ data }) => inside.send(JSON.stringify(this.heard(JSON.parse(data)))))
    return new Response(null, { status: 101, webSocket: outside })
  }
  heard({ keep, clean, statements }) {
    try {
      if (keep) return this.keep()
      const act = clean ? () => [this.cleaned()] : () => statements.map((one) => this.made(one))
      return { answers: this.ctx.storage.transactionSync(act) }
    } catch (error) {
      return { error: 'D1_ERROR: ' + error.message }
    }
  }
  rows(sql, ...values) {
    return [...this.ctx.storage.sql.exec(sql, ...values).raw()]
  }
  /** Keeps what it holds now, to come back to: whatever is cleaned. */
  keep() {
    const own = "type = 'table' and name not like 'sqlite!_%' escape '!' and name not like '!_cf!_%' escape '!'"
    const names = this.rows('select name from sqlite_master where ' + own).map(([name]) => '"' + name + '"')
    const all = names.map((name) => [name, this.rows('select * from ' + name)])
    this.kept = { shape: this.shape(), empty: [], filled: [] }
    for (const [name, rows] of all) {
      if (rows.length === 0) this.kept.empty.push(name)
      else this.kept.filled.push({ name, rows, text: JSON.stringify(rows) })
    }
    return { answers: [] }
  }
  shape() {
    return this.rows('select count(*), total(length(sql)) from sqlite_master').join()
  }
  cleaned() {
    if (this.shape() !== this.kept.shape) return { results: [] }
    this.rows('pragma defer_foreign_keys = on')
    const { empty, filled } = this.kept
    for (let at = 0; at < empty.length; at += 90) {
      const some = empty.slice(at, at + 90)
      const [held] = this.rows('select ' + some.map((name) => 'exists (select 1 from ' + name + ')').join())
      for (const [i, name] of some.entries()) if (held[i] === 1) this.rows('delete from ' + name)
    }
    for (const { name, rows, text } of filled) {
      if (JSON.stringify(this.rows('select * from ' + name)) === text) continue
      this.rows('delete from ' + name)
      for (const row of rows) this.rows('insert into ' + name + ' values (' + row.map(() => '?').join() + ')', ...row)
    }
    return { results: [true] }
  }
  made({ sql, values }) {
    const cursor = this.ctx.storage.sql.exec(sql, ...values.map(given))
    const names = cursor.columnNames
    const rows = [...cursor.raw()]
    return { results: rows.map((row) => Object.fromEntries(names.map((name, i) => [name, portable(row[i])]))) }
  }
}

export default {
  fetch(request, env) {
    return env.OBJECTS.get(env.OBJECTS.idFromName(new URL(request.url).pathname)).fetch(request)
  },
}`

export const objectsWorker: MiniflareOptions['workers'][number] = {
  config: {
    name: objects,
    compatibilityDate: '2026-01-01',
    manifest: { mainModule: 'objects.mjs', modules: { 'objects.mjs': { type: 'esm', contents: code } } },
    exports: { [className]: { type: 'durable-object', storage: 'sqlite' } },
    env: { OBJECTS: { type: 'durable-object', worker: objects, exportName: className } },
  },
  dev: { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] },
}

type Answer = { error: string } | { answers: { results: unknown[] }[] }

interface OpenObject {
  binding: D1Binding
  /** Takes out whatever was put in since it was opened; false where its tables are others by now. */
  clean(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the object of this name behind the worker at `url`, as a binding; whoever opens it closes it. */
export async function openObject(url: URL, name: string): Promise<OpenObject> {
  type Statement = ReturnType<D1Binding['prepare']> & { sql: string; values: unknown[] }
  const waiting: ((answer: Answer) => void)[] = []
  const running = new Set<Promise<Answer>>()
  const socket = new WebSocket(new URL(`/${name}`, url.href.replace(/^http/, 'ws')))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', () => reject(new Error(`No object ${name} at ${url}`)))
  })
  // What is asked first is answered first.
  socket.addEventListener('message', ({ data }) => waiting.shift()?.(JSON.parse(data)))
  socket.addEventListener('close', () => {
    for (const answer of waiting.splice(0)) answer({ error: 'D1_ERROR: the object went away' })
  })

  async function say(message: object): Promise<{ results: unknown[] }[]> {
    if (socket.readyState !== WebSocket.OPEN) throw new Error('D1_ERROR: the object went away')
    const promise = new Promise<Answer>((resolve) => {
      waiting.push(resolve)
      socket.send(JSON.stringify(message))
    })
    running.add(promise)
    const answer = await promise
    running.delete(promise)
    if ('error' in answer) throw new Error(answer.error)
    return answer.answers
  }
  const ask = (statements: readonly Statement[]) =>
    say({ statements: statements.map(({ sql, values }) => ({ sql, values })) })
  function prepare(sql: string, values: unknown[] = []): Statement {
    const statement: Statement = {
      sql,
      values,
      bind: (...given) => prepare(sql, given),
      all: async () => (await ask([statement]))[0] ?? { results: [] },
    }
    return statement
  }
  const binding: D1Binding = { prepare: (sql) => prepare(sql), batch: (some) => ask(some as Statement[]) }
  await say({ keep: true })
  return {
    binding,
    clean: async () => (await say({ clean: true }))[0]?.results[0] === true,
    async close() {
      await Promise.allSettled(running)
      socket.close()
    },
  }
}
