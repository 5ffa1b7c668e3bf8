/** Requests that no page of ours makes, each from a seed: the same number always makes the same one. */

/** A route as Hono has it, and the address that its samples give, if they do. */
export interface Target {
  method: string
  path: string
  address: string | null
}

export interface HostileRequest {
  method: string
  /** The address behind the origin. */
  address: string
  headers: Record<string, string>
  body: BodyInit | null
}

type Pick = (n: number) => number

/** One of them. */
function of<T>(pick: Pick, all: readonly T[]): T {
  return all[pick(all.length)] as T
}

/** Texts that some layer somewhere takes for more than text: as they stand in a form, or decoded in an address. */
const texts: readonly string[] = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfffy',
  '\r\nSet-Cookie: a=b',
  '\u202e\ufeff\u2028',
  '陈小明',
  'e\u0301\u0327\u0301',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1 --",
  '"><script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>',
  '-0',
  '1e309',
  'NaN',
  '9007199254740993',
  '-9223372036854775809',
  '0x10',
  '٣٤',
  '2026-02-30',
  '9999-99-99',
  '0000-00-00',
  '+275760-09-13',
  'true',
  'null',
  '[object Object]',
  '[]',
  '{"a":[1]}',
  '=1+1',
  ' '.repeat(300),
  '%',
  '%s%n%x',
  'a'.repeat(5_000),
  '😀'.repeat(500),
]

/** Parts of addresses that do not decode, or decode to what does not belong there. */
const segments: readonly string[] = [
  '%',
  '%00',
  'a%00b',
  '%ff',
  '%c0%af',
  '%ed%a0%80',
  '%E2%80%AE',
  '%2e%2e',
  '%2F',
  '%5c',
  '%0d%0aX-A:%20b',
  '%25%30%30',
  ';a=b',
  ':id',
  '*',
  'a+b',
  '%u0041',
  'é',
]

function part(pick: Pick): string {
  const way = pick(20)
  if (way === 0) return 'x'.repeat(of(pick, [300, 4_000, 1_000_000]))
  if (way < 11) return of(pick, segments)
  return encodeURIComponent(of(pick, texts).toWellFormed())
}

/** Names of fields and of what stands behind the question mark, as the pages have them, and others. */
const names: readonly string[] = [
  ...['lang', 'go', 'draft', 'revision', 'code', 'state', 'way', 'checked', 'after', 'before', 'as', 'version'],
  ...['labels', 'class', 'said', 'account', 'name', 'check', 'elsewhere', 'reason', 'q', 'id', 'file', 'bytes'],
  ...['studyId', 'verdict', 'note', 'evidence', 'kind', 'amount', 'currency', 'day', 'closed', 'working', 'slow'],
  ...['source', 'hash', 'owner', 'ids', 'limit', 'pick', 'word', 'format', 'provider', 'channel', 'ref', 'as_it_is'],
  ...['Q01', 'Q02', 'C0a', 'start', 'phone', 'openid', 'bank', 'email', 'delimiter', 'columns', 'decision'],
  ...['__proto__', 'constructor', 'a[b][c]', 'a[]', 'a.b', '', '\0', '\ud800', 'x'.repeat(3_000)],
]

/** A value that a field may well have: what is near to right goes further than what is wrong at once. */
const likely: readonly string[] = [
  '1',
  '0',
  '2',
  '-1',
  '2026-11-23',
  'wechat',
  'CNY',
  'csv',
  'all',
  'yes',
  'next',
  '12.50',
]

function value(pick: Pick): string {
  const way = pick(30)
  if (way === 0) return 'v'.repeat(of(pick, [2_000, 70_000]))
  return way < 12 ? of(pick, likely) : of(pick, texts)
}

function query(pick: Pick): string {
  if (pick(3) > 0) return ''
  const pairs = Array.from({ length: 1 + pick(3) }, () => {
    const name = encodeURIComponent(of(pick, names).toWellFormed())
    return `${name}=${pick(2) === 0 ? part(pick) : encodeURIComponent(value(pick).toWellFormed())}`
  })
  return `?${pairs.join(of(pick, ['&', ';', '&&', '&=&']))}`
}

function address(pick: Pick, { path, address: known }: Target): string {
  if (known !== null && pick(3) > 0) return known
  if (pick(12) === 0) return `/${part(pick)}/${part(pick)}`
  const samples = (known ?? path).split('/')
  return path
    .split('/')
    .map((segment, i) => (segment.startsWith(':') ? (pick(3) === 0 ? (samples[i] ?? '') : part(pick)) : segment))
    .join('/')
}

/** Values of headers are bytes, so that none is above 255, and no runtime passes on a line's end. */
const headerValues: readonly string[] = [
  '',
  'x',
  '\u00ff\u00fe',
  'zh-HK;q=abc,en;q=1e999,*;;;',
  'text/html,application/json',
  'application/json',
  'bytes=0-99999999999',
  '"',
  '=?utf-8?q?x?=',
  '%00',
  'a'.repeat(6_000),
  `${'1.2.3.4, '.repeat(300)}::1`,
  '[::1]:99999',
  '-1',
  '99999999999999999999',
]

function headers(pick: Pick): Record<string, string> {
  const all = [
    ...['accept', 'accept-language', 'accept-encoding', 'user-agent', 'if-none-match', 'range', 'x-forwarded-for'],
    ...['forwarded', 'x-test-address', 'cf-connecting-ip', 'referer', 'x-http-method-override', 'authorization'],
  ]
  const made: Record<string, string> = {}
  while (pick(3) === 0) made[of(pick, all)] = of(pick, headerValues)
  if (pick(12) === 0) made.cookie = cookies(pick)
  return made
}

function cookies(pick: Pick): string {
  const kinds = ['staff', 'respondent-study-abroad', 'voucher-study-abroad', 'start-study-abroad', 'lang', '__proto__']
  const token = ['e30.e30.e30', 'eyJhbGciOiJub25lIn0.e30.', '%00', '%', 'a.b', '"x"', '\u00ff', 'y'.repeat(4_000)]
  return Array.from({ length: 1 + pick(3) }, () => `__Host-${of(pick, kinds)}=${of(pick, token)}`).join('; ')
}

const random = (pick: Pick, length: number) => Uint8Array.from({ length }, () => pick(256))

/** A body, and the type that it says it is of. */
function body(pick: Pick): { type: string; body: BodyInit | null } {
  const form = new URLSearchParams()
  for (let i = pick(8); i >= 0; i--) form.append(of(pick, names).toWellFormed(), value(pick).toWellFormed())
  const urlencoded = 'application/x-www-form-urlencoded'
  switch (pick(14)) {
    case 0:
      return { type: urlencoded, body: random(pick, 200) }
    case 1:
      return { type: urlencoded, body: `code=${part(pick)}&${part(pick)}=${part(pick)}&&=&a` }
    case 2:
      return {
        type: of(pick, ['application/json', 'text/plain', '', 'x/y; charset=\u00ff', urlencoded]),
        body: json(pick),
      }
    case 3:
      return { type: 'multipart/form-data', body: form.toString() }
    case 4:
      return { type: 'multipart/form-data; boundary=x', body: nested(pick) }
    case 5:
      return { type: `multipart/form-data; boundary="${'b'.repeat(of(pick, [0, 1, 70, 3_000]))}"`, body: '--b\r\n\r\n' }
    case 6:
    case 7:
      return multipart(pick)
    case 8:
      return { type: '', body: null }
    default:
      return { type: urlencoded, body: form.toString() }
  }
}

function json(pick: Pick): string {
  const deep = of(pick, [3, 200, 20_000])
  return of(pick, [
    '',
    'null',
    '[]',
    '"\\ud800\\u0000"',
    '{"__proto__":{"a":1},"constructor":1}',
    `${'['.repeat(deep)}${']'.repeat(deep)}`,
    `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    '{"code":{"a":["\\ud800"]},"code":1e400}',
  ])
}

function nested(pick: Pick): string {
  const inner = of(pick, ['x', 'y'])
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${of(pick, ['a\0b', '../a', '', '\u00ff'])}"`
  return `${head}\r\nContent-Type: multipart/mixed; boundary=${inner}\r\n\r\n--${inner}\r\n\r\nz\r\n--${inner}--\r\n--x--\r\n`
}

function multipart(pick: Pick): { type: string; body: string } {
  const boundary = 'boundary'
  const field = (name: string, text: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`
  const fields = Array.from({ length: pick(4) }, () => field(of(pick, names).replaceAll('"', ''), value(pick)))
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${of(pick, ['a.csv', 'b.xlsx', 'c.zip', '\0'])}"\r\n\r\n`
  const contents = of(pick, [
    '',
    'a,b\n1,2\n',
    'PK\u0003\u0004',
    '<Document><a/></Document>',
    '{"data":[',
    '\0\0',
    '"',
    '\u001f\u008b',
  ])
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${fields.join('')}${file}${contents}\r\n${of(pick, [`--${boundary}--\r\n`, ''])}`.toWellFormed(),
  }
}

/** A request to this route, or near it. */
export function hostileRequest(pick: Pick, target: Target, origin: string): HostileRequest {
  const method = pick(12) === 0 ? of(pick, ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'POST', 'GET']) : target.method
  const where = `${address(pick, target)}${query(pick)}`
  if (method === 'GET' || method === 'HEAD') return { method, address: where, headers: headers(pick), body: null }
  const sent = body(pick)
  const own = pick(20) === 0 ? of(pick, ['null', 'https://evil.example', '']) : origin
  return {
    method,
    address: where,
    headers: { ...headers(pick), origin: own, ...(sent.type === '' ? {} : { 'content-type': sent.type }) },
    body: sent.body,
  }
}
