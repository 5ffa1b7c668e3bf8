import { expect, it } from 'vitest'
import { nearestNames, slipsBetween } from '../../../src/platform/text/nearest-names.ts'

const known = [
  'PORT',
  'ORIGIN',
  'MODE',
  'LOG',
  'KEYS',
  'TRUSTED_PROXIES',
  'WECHAT_MCH_ID',
  'WECHAT_APP_ID',
  'DEBTOR_NAME',
]

it.each([
  ['OIRGIN', 'ORIGIN'],
  ['ORIGN', 'ORIGIN'],
  ['origin', 'ORIGIN'],
  ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
  ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
  ['TRUSTED_PROXIE', 'TRUSTED_PROXIES'],
  ['TRUST_PROXIES', 'TRUSTED_PROXIES'],
  ['MDOE', 'MODE'],
  ['KEY', 'KEYS'],
  ['WECHAT_MERCHANT_ID', 'WECHAT_MCH_ID'],
  ['WECHAT_APPID', 'WECHAT_APP_ID'],
  // What is set on every machine is nobody's slip.
  ['NODE', undefined],
  ['PATH', undefined],
  ['HOME', undefined],
  ['LANG', undefined],
  ['npm_config_origin', undefined],
  ['WECHAT_APP_ID', undefined],
])('%s means %s', (name, nearest) => {
  expect(nearestNames(known, { [name]: 'x' })).toEqual(nearest === undefined ? [] : [{ name, nearest }])
})

it.each([
  [{ ORIGIN: 'https://a.example', ORIGN: 'https://b.example' }, ['ORIGN']],
  [{ ORIGIN: 'https://a.example', origin: 'https://b.example' }, ['origin']],
  [{ PORT: '80', port: '81' }, ['port']],
  // A short name that is set has neighbours on many machines.
  [{ PORT: '80', PORTS: '81', MODE: 'demo', MODEL: 'x', KEYS: '{}', KEY: 'x' }, []],
])('beside one that is set, a misspelt one is pointed out all the same: %j', (given, named) => {
  expect(nearestNames(known, given).map(({ name }) => name)).toEqual(named)
})

it.each([
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('from “%s” to “%s” it takes %i', (a, b, slips) => {
  expect(slipsBetween(a, b)).toBe(slips)
  expect(slipsBetween(b, a)).toBe(slips)
})
