/** One line a request, with the route's pattern and nothing of the person. */
import { describe, expect, it } from 'vitest'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, codeShown, fillUpTo, resumeCodeIn, send } from '../../support/begun.ts'
import { fresh, interpose } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

describe('the log', () => {
  it('of a whole way holds no answer, code, token or address', async () => {
    const world = await fresh()
    const student = new Student(world)
    const address = '198.51.100.213'
    student.headers['x-test-address'] = address
    const invitation = await invite(world.ports, world.study.id, '2026-12-31T00:00:00.000Z')
    await student.get(`/i/${invitation}`)
    await student.post(`/i/${invitation}`)
    await student.start()
    const resume = resumeCodeIn((await student.open(at('screening'))).html) ?? ''
    await send(student, 'screening', {
      Q02: ['3'],
      Q03: ['5'],
      'Q03.text': ['BN'],
      Q04: ['90'],
      'Q04.text': ['Sentineltown'],
    })
    await student.post(at('places'), { Q05: ['3'], 'Q05.text': ['Sentineldraft'], revision: ['0'], draft: ['1'] })
    await fillUpTo(student, 'last')
    await send(student, 'last', { Q28: ['Sentinelremark 哨兵'], Q30: ['1987'] })
    await send(student, 'last', { Q28: ['Sentinelremark 哨兵'], Q30: ['Sentinelyear'] })
    const voucher = (await codeShown(student)) ?? ''
    await student.post(`/v/${voucher}`)
    await student.post('/s/study-abroad/resume', { code: resume })
    await student.get('/s/Sentinelslug/go')
    await student.get('/Sentinelpath?Sentinelquery=1')
    await student.post('/sign-in/Sentinelsignin')

    const log = JSON.stringify(world.logged)
    const secrets = [
      'entinel',
      '哨兵',
      '1987',
      address,
      invitation,
      resume,
      resume.replaceAll('-', '').toLowerCase(),
      voucher,
      voucher.replaceAll('-', '').toLowerCase(),
      ...[...student.cookies.values()],
      student.respondentId,
    ]
    expect(secrets.every((secret) => secret.length > 1)).toBe(true)
    for (const secret of secrets) expect(log).not.toContain(secret)
  })

  it('names the pattern of the route that answered', async () => {
    const world = await fresh()
    const student = new Student(world)
    const before = world.logged.length
    const asked: [string, string, string][] = [
      ['GET', '/', '/'],
      ['GET', '/s/study-abroad', '/s/:study'],
      ['GET', '/s/study-abroad/go', '/s/:study/go'],
      ['GET', '/s/study-abroad/p/start', '/s/:study/p/:page'],
      ['POST', '/s/study-abroad/p/start', '/s/:study/p/:page'],
      ['GET', '/s/study-abroad/reward', '/s/:study/reward'],
      ['POST', '/s/study-abroad/reward', '/s/:study/reward'],
      ['POST', '/s/study-abroad/resume', '/s/:study/resume'],
      ['GET', '/s/study-abroad/end/elsewhere', '/s/:study/end/:how'],
      ['GET', '/s/study-abroad/voucher', '/s/:study/voucher'],
      ['GET', '/v/123', '/v/:code'],
      ['POST', '/v/123', '/v/:code'],
      ['GET', '/i/123', '/i/:code'],
      ['POST', '/i/123', '/i/:code'],
      ['GET', '/assets/x.css', '/assets/:file'],
      ['GET', '/sign-in/123', '/sign-in/:code'],
      ['GET', '/healthz', '/healthz'],
      ['GET', '/admin', '/admin'],
      ['GET', '/finance', '/finance'],
    ]
    for (const [method, path] of asked) await (method === 'GET' ? student.get(path) : student.post(path))
    const lines = world.logged.slice(before)
    expect(lines.map(({ method, route }) => [method, route])).toEqual(asked.map(([method, , route]) => [method, route]))
    for (const line of lines) {
      expect(Object.keys(line).sort()).toEqual(['at', 'method', 'ms', 'request', 'route', 'status'])
      expect(line.request).toMatch(/^[0-9a-z]{12}$/)
    }
  })

  it('of an address that there is not holds no part of it', async () => {
    const world = await fresh()
    await new Student(world).get('/some/where/else')
    expect(world.logged.at(-1)).toMatchObject({ status: 404, method: 'GET' })
    expect(JSON.stringify(world.logged)).not.toContain('where')
  })

  it('says of a refused write under which route it was refused', async () => {
    const world = await fresh()
    await world.app.request('https://study.example.org/s/study-abroad/p/start', { method: 'POST' })
    expect(world.logged.at(-1)).toMatchObject({ status: 403, route: '/s/:study/p/:page' })
  })

  it('of a failure names it once, with the request, and no value that it quotes', async () => {
    const world = await fresh()
    interpose(world, (real) => ({ ...real, read: () => Promise.reject(new TypeError('not a number: "Sentinel"')) }))
    const answer = await world.app.request('https://study.example.org/s/study-abroad')
    const failures = world.logged.filter((line) => line.failure !== undefined)
    expect(failures).toMatchObject([{ failure: 'TypeError', request: answer.headers.get('x-request-id') }])
    expect(JSON.stringify(failures)).not.toContain('Sentinel')
  })
})
