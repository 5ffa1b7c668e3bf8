/** Students who answer and claim while the server dies under them: whoever got no answer does the same again, as people do. */
import type { Ready } from '../prepare.ts'
import { slug } from '../prepare.ts'
import type { Acknowledged } from './acknowledged.ts'
import { Browser, hiddenOf } from './browser.ts'

interface Student {
  ready: Ready
  /** A number of their own, out of which their account is made. */
  n: number
  isComplete: boolean
}

export interface Students {
  /** Goes on until the server is gone. */
  work(base: string, connections: number): Promise<void>
  left(): number
}

export function studentsOf(responses: readonly Ready[], acks: Acknowledged): Students {
  const queue: Student[] = responses.map((ready, n) => ({ ready, n, isComplete: false }))

  async function finish(base: string, student: Student): Promise<void> {
    const { respondentId, post } = student.ready
    const [name = '', value = ''] = post.cookie.split(/=(.*)/s)
    const browser = new Browser(base, { [name]: value })
    if (!student.isComplete) {
      const { status, html } = await browser.post(post.path, Object.fromEntries(new URLSearchParams(post.body)))
      if (status !== 303) throw new Error(`A last page was answered ${status}: ${html.slice(0, 300)}`)
      acks.add('voucher', respondentId)
      student.isComplete = true
    }
    await claim(browser, student)
  }

  async function claim(browser: Browser, { ready, n }: Student): Promise<void> {
    const path = `/s/${slug}/voucher/claim`
    const page = await browser.get(path)
    // Claimed before: the answer to it was lost.
    if (page.status === 303) return
    const offered = [...page.html.matchAll(/name="way" value="(\w+)"/g)].map(([, way = '']) => way)
    const way = Object.keys(accounts).find((one) => offered.includes(one))
    if (way === undefined) return
    const { status, location, html } = await browser.post(path, {
      way,
      ...accounts[way]?.(n),
      go: 'confirm',
      checked: '1',
    })
    if (status !== 303 || !location.endsWith('/voucher'))
      throw new Error(`A claim was answered ${status}: ${html.slice(-1500)}`)
    acks.add('claim', ready.respondentId)
  }

  /** Begins, and answers the first two pages. */
  async function begin(base: string): Promise<void> {
    const browser = new Browser(base)
    const send = async (page: string, fields: Record<string, string>) => {
      const path = `/s/${slug}/p/${page}`
      const { html } = await browser.get(path)
      return browser.post(path, { ...hiddenOf(html), ...fields, go: 'next' })
    }
    const started = await send('start', { Q01: '4', C0a: '1' })
    const token = browser.cookies.get(`respondent-${slug}`)
    if (started.status !== 303 || token === undefined) throw new Error(`A beginning was answered ${started.status}`)
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }
    acks.add('page', `${sub} start`)
    const saved = await send('screening', { Q02: '3', Q03: '1', Q04: '1' })
    if (saved.status !== 303) throw new Error(`A second page was answered ${saved.status}`)
    acks.add('page', `${sub} screening`)
  }

  async function worker(base: string, n: number): Promise<void> {
    for (let turn = 0; ; turn++) {
      if (n === 0 || turn % 4 === 3) {
        await begin(base)
        continue
      }
      const student = queue.shift()
      if (student === undefined) return
      try {
        await finish(base, student)
      } catch (error) {
        queue.unshift(student)
        throw error
      }
    }
  }

  return {
    left: () => queue.length,
    async work(base, connections) {
      const ends = await Promise.allSettled(Array.from({ length: connections }, (_, n) => worker(base, n)))
      for (const end of ends) if (end.status === 'rejected' && !isGone(end.reason)) throw end.reason
    },
  }
}

/** What a connection says whose server died. */
export function isGone(error: unknown): boolean {
  return error instanceof TypeError && /fetch failed|terminated|other side closed/.test(error.message)
}

const digits = (n: number, length: number) => String(n).padStart(length, '0')

/** What a student with this number types, by way of being paid. */
const accounts: Record<string, (n: number) => Record<string, string>> = {
  alipay: (n) => ({ phone: `138${digits(n, 8)}`, name: '王小明' }),
  fps: (n) => ({ phone: `91${digits(n, 6)}`, name: 'CHAN TAI MAN' }),
  mpay: (n) => ({ phone: `66${digits(n, 6)}`, name: 'LEI K* I**' }),
}
