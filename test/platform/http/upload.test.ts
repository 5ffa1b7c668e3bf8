/** Forms with a file: what they say, and which are no form of ours. */
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readUpload } from '../../../src/platform/http/upload.ts'

const app = new Hono().post('/', async (c) => {
  const { file, ...rest } = await readUpload(c)
  return c.json(file instanceof File ? { ...rest, file: await file.text() } : rest)
})
const boundary = '----boundary'
async function read(body: BodyInit, type: string | null = `multipart/form-data; boundary=${boundary}`) {
  const reply = await app.request('/', { method: 'POST', body, headers: type === null ? {} : { 'Content-Type': type } })
  return reply.json()
}
const part = (name: string, value: string, more = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const end = `--${boundary}--\r\n`

it('each field has its last value, and a file its bytes', async () => {
  const form = new FormData()
  form.append('account', 'one')
  form.append('account', 'two')
  form.append('file', new File(['--x\r\n--\r\n'], 'a.csv'))
  expect(await read(form, null)).toEqual({ account: 'two', file: '--x\r\n--\r\n' })
})

describe('there are no fields in', () => {
  it.each<[string, string, string?]>([
    ['more parts than any form has', `${part('a', 'x').repeat(51)}${end}`],
    ['more files than any form has', `${part('a', 'x', '; filename="a"').repeat(51)}${end}`],
    ['a part whose head does not end', `--${boundary}\r\nA: ${'x'.repeat(5_000)}\r\n\r\nx\r\n${end}`],
    ['a part of nothing but head lines', `--${boundary}\r\n${'A: b\r\n'.repeat(5_000)}\r\nx\r\n${end}`],
    ['a body without its end', part('a', 'x').slice(0, -9)],
    ['a body of no parts', 'x'],
    ['a form without a boundary', `${part('a', 'x')}${end}`, 'multipart/form-data'],
    ['a form of another kind, however large', 'a=b&'.repeat(10_000), 'application/x-www-form-urlencoded'],
  ])('%s', async (_what, body, type) => {
    expect(await read(body, type)).toEqual({})
  })

  it('but there are in one with as many as may be', async () => {
    expect(await read(`${part('a', 'x').repeat(49)}${end}`)).toEqual({ a: 'x' })
  })
})
