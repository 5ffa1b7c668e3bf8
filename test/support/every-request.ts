/** A student who sends one of every request that students send, the whole way from the link to having taken all back. */
import { hidden, Student } from './student.ts'
import type { World } from './world.ts'

const home = '/s/study-abroad'
const account = { way: 'bank', bank: '中国银行', account: '6222 0212 3456 7890 128', name: '王小明' }

/** Sends what it is given and may look at what that takes. `request` is its name, such as `POST /p/money draft`. */
export type Around = (request: string, send: () => Promise<Response>) => Promise<Response>

/** Each request of a student, with something around it. */
class Watched extends Student {
  readonly #around: Around
  /** Said behind the names of what is sent now. */
  how = ''

  constructor(world: World, seed: number, around: Around) {
    super(world, seed)
    this.#around = around
  }

  override send(path: string, init: RequestInit = {}): Promise<Response> {
    const [address = ''] = path.split('?')
    const name = `${init.method ?? 'GET'} ${address.replace(home, '') || '/'}${this.how}`
    return this.#around(name, () => super.send(path, init))
  }

  async as<Answer>(how: string, act: () => Promise<Answer>): Promise<Answer> {
    this.how = ` ${how}`
    try {
      return await act()
    } finally {
      this.how = ''
    }
  }
}

/**
 * Sends one of every request, each when it is due; those of a page of questions once for each page. The world needs
 * somebody who pays banks, as the Worker always has.
 * @throws when an answer is not what it should be
 */
export async function sendEveryRequest(world: World, seed: number, around: Around): Promise<void> {
  const student = new Watched(world, seed, around)
  const bodyOf = async (sent: Promise<Response>, status: number): Promise<string> => {
    const answer = await sent
    const text = await answer.text()
    if (answer.status !== status) throw new Error(`${answer.url} answered ${answer.status}, not ${status}: ${text}`)
    return answer.headers.get('location') ?? text
  }
  const get = (path: string) => bodyOf(student.get(`${home}${path}`), 200)
  const post = (path: string, fields = {}, status = 303) => bodyOf(student.post(`${home}${path}`, fields), status)

  for (const path of ['', '/privacy', '/trust', '/findings', '/resume']) await get(path)
  await post('/opened', {}, 204)
  const start = await student.open(`${home}/go`)
  await bodyOf(student.post(start.path, { ...hidden(start.html), Q01: '4', C0a: '1' }), 303)
  await answerEveryPage(student, post)
  // Whoever has finished is led on from everywhere.
  for (const path of ['/go', '/p/money']) await student.as('when complete', () => student.get(`${home}${path}`))
  for (const path of ['/voucher', '/voucher/claim?way=bank', '/devices', '/status', '/status/answers.json'])
    await get(path)
  await student.as('to look over', () => post('/voucher/claim', { ...account, go: 'next' }, 200))
  await post('/voucher/claim', { ...account, checked: '1', go: 'confirm' })
  await student.as('when claimed', () => get('/voucher'))
  await post('/status/paradata', { allow: '1' })
  for (const way of ['withdraw', 'erase']) {
    await get(`/status/take-back/${way}`)
    await post(`/status/take-back/${way}`)
  }
  await student.as('when erased', () => get('/status'))
}

async function answerEveryPage(
  student: Watched,
  post: (path: string, fields?: object, status?: number) => Promise<string>,
): Promise<void> {
  let at = await student.open(`${home}/go`)
  for (let pages = 0; pages < 30; pages += 1) {
    const page = /\/p\/([~a-z-]+)$/.exec(at.path)?.[1]
    if (page === undefined) return
    const isReview = page === '~review'
    const posted = isReview ? {} : await student.sample(page, { Q02: 3, Q04: 1, Q30: 2001 })
    if (page === 'money') {
      await student.as('draft', () => post('/p/money', { ...hidden(at.html), ...posted, draft: '1' }, 200))
      await student.as('refused', () => post('/p/money', { ...hidden(at.html), go: 'next' }, 422))
      at = await student.open(at.path)
    }
    const sent = await student.post(at.path, { ...hidden(at.html), ...posted, go: 'next' })
    const next = sent.headers.get('location')
    if (next === null) throw new Error(`${at.path} answered ${sent.status}: ${await sent.text()}`)
    at = await student.open(next)
  }
  throw new Error('the questionnaire does not end')
}
