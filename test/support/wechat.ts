/** WeChat as a port that answers as the test says, and somebody who reads the pages inside WeChat. */
import type { PayeeLogin } from '../../src/ports.ts'
import { ready, send } from './begun.ts'
import { withAlipay } from './claimed.ts'
import { fresh } from './databases/fresh.ts'
import { type ScriptedPayer, scriptedPayer } from './payer.ts'
import type { Student } from './student.ts'
import type { World, WorldOptions } from './world.ts'

export const agent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 MicroMessenger/8.0.62 NetType/WIFI'
export const home = '/s/study-abroad/voucher'

/** Signs in whoever shows a code that was not shown before. */
export function scriptedLogin(): PayeeLogin & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    identifies: 'openid',
    appId: 'wx0000000000000001',
    mchId: '1900000001',
    authorizeOrigin: 'https://wechat.example',
    authorizeUrl: (returnTo, state) =>
      `https://wechat.example/authorize?${new URLSearchParams({ redirect_uri: returnTo, state })}`,
    async openidOf(code) {
      const isNew = code.startsWith('code') && !asked.includes(code)
      asked.push(code)
      return isNew ? `oOpenid-of-${code}` : null
    },
  }
}

export interface InWechat {
  world: World
  student: Student
  payer: ScriptedPayer
  login: ReturnType<typeof scriptedLogin>
}

/** Somebody who holds a voucher and reads the pages inside WeChat, in a world whose offer WeChat and Alipay pay. */
export async function inWechat(options: Partial<WorldOptions> = {}): Promise<InWechat> {
  const world = await fresh(options)
  withAlipay(world)
  const login = scriptedLogin()
  const facts = { provider: 'wechat', channels: ['wechat'], mode: 'confirm', settlesWithinHours: 24 } as const
  const payer = scriptedPayer({ ...facts, login })
  world.ports.payers = [...world.ports.payers, payer]
  return { world, student: await holderIn(world), payer, login }
}

/** Another one. */
export async function holderIn(world: World, seed = 1): Promise<Student> {
  const { student, last } = await ready(world, { seed })
  await send(student, 'last', last)
  student.headers['user-agent'] = agent
  return student
}

/** Presses the button that leads to WeChat; gives what WeChat is asked to carry. */
export async function ask(student: Student): Promise<{ returnTo: string; state: string }> {
  const location = (await student.post(`${home}/wechat`)).headers.get('location') ?? ''
  const query = new URL(location).searchParams
  return { returnTo: query.get('redirect_uri') ?? '', state: query.get('state') ?? '' }
}

/** Comes back from WeChat. */
export function comeBack(student: Student, state: string, code = 'code1'): Promise<Response> {
  return student.get(`${home}/wechat/return?${new URLSearchParams({ code, state })}`)
}

/** The whole way to a claim. */
export async function claimByWechat(student: Student, code = 'code1'): Promise<Response> {
  await comeBack(student, (await ask(student)).state, code)
  return student.post(`${home}/wechat/claim`)
}

/** The same cookies in another program than WeChat. */
export function outside(student: Student): Student {
  const other = student.tab()
  other.headers = { 'accept-language': 'en' }
  return other
}
