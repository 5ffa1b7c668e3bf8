import { describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { addressBehind } from '../../src/entry/address.ts'
import { networkOf } from '../../src/platform/network/network-of.ts'

const proxy = '192.0.2.1'
const envOf = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const direct = envOf(proxy)

function addressOf(
  proxies: string[],
  forwarded?: string,
  env = direct,
  warn: (message: string) => void = () => undefined,
) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return addressBehind(proxies, warn)(new Request('http://localhost/', { headers }), env)
}

describe('without a trusted proxy', () => {
  it('the address is the connection’s, whatever the caller writes', () => {
    expect(addressOf([])).toBe(proxy)
    expect(addressOf([], '203.0.113.9')).toBe(proxy)
    // A proxy is trusted, and this caller is none: a spoofed header empties nobody else's budget.
    expect(addressOf(['10.0.0.0/8'], '203.0.113.9')).toBe(proxy)
    expect(addressOf(['10.0.0.0/8'], '203.0.113.9, 10.0.0.1')).toBe(proxy)
  })

  it('a proxy that nobody has spoken of is told once', () => {
    const warn = vi.fn()
    const of = addressBehind([], warn)
    of(new Request('http://localhost/'), direct)
    expect(warn).not.toHaveBeenCalled()
    for (const address of ['203.0.113.9', '203.0.113.10']) {
      of(new Request('http://localhost/', { headers: { 'x-forwarded-for': address } }), direct)
    }
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls[0]?.[0]).toContain('TRUSTED_PROXIES does not name')
    expect(warn.mock.calls[0]?.[0]).not.toContain('203.0.113')
  })
})

describe('behind trusted proxies', () => {
  it('the address is what the first of them added, and nothing left of it', () => {
    expect(addressOf([proxy], '198.51.100.7, 203.0.113.9')).toBe('203.0.113.9')
    expect(addressOf([proxy, '10.0.0.0/8'], '198.51.100.7, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9')
    // One proxy fewer than the header claims: the caller wrote the rest, and counts as itself.
    expect(addressOf([proxy], '198.51.100.7, 203.0.113.9, 10.0.0.1')).toBe('10.0.0.1')
    expect(addressOf(['192.0.2.0/24'], '192.0.2.7, 192.0.2.8')).toBe('192.0.2.7')
  })

  it.each([
    ['203.0.113.9:51234', '203.0.113.9'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:51234', '2001:db8::7'],
    ['"[2001:db8::7]:51234"', '2001:db8::7'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ])('%s is the address %s', (entry, address) => {
    expect(addressOf([proxy], entry)).toBe(address)
  })

  it('what is no address gives way to the connection’s', () => {
    for (const entry of ['unknown', '_hidden', '', '203.0.113', '[::1'])
      expect(addressOf([proxy], entry), entry).toBe(proxy)
    expect(addressOf([proxy])).toBe(proxy)
    expect(addressOf([proxy, '10.0.0.1'], '203.0.113.9, unknown, 10.0.0.1')).toBe('10.0.0.1')
  })

  it.each([
    ['192.0.2.1', '::ffff:192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.0/120', '192.0.2.1'],
    ['::1', '::1'],
    ['2001:db8::/32', '2001:db8:5::1'],
    ['2001:DB8:0::/32', '2001:db8::1'],
    ['0.0.0.0/0', '192.0.2.1'],
  ])('%s names the proxy that connects from %s', (named, from) => {
    expect(networkOf(addressOf([named], '203.0.113.9', envOf(from)))).toBe('203.0.113.0/24')
  })

  it.each([
    ['192.0.2.0/25', '192.0.2.200'],
    ['2001:db8::/48', '2001:db8:1::1'],
    ['0.0.0.0/0', '2001:db8::1'],
    ['::/0', '192.0.2.1'],
  ])('%s does not name %s', (named, from) => {
    expect(addressOf([named], '203.0.113.9', envOf(from))).toBe(from)
  })
})

describe('TRUSTED_PROXIES', () => {
  it.each([
    ['127.0.0.1', ['127.0.0.1']],
    ['127.0.0.1, ::1,10.0.0.0/8', ['127.0.0.1', '::1', '10.0.0.0/8']],
    ['0', []],
  ])('%s is read', (text, list) => {
    expect(readConfig({ TRUSTED_PROXIES: text }).TRUSTED_PROXIES).toEqual(list)
  })

  it.each([
    '1',
    '2',
    'proxy',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0/8',
    '127.0.0.1;::1',
    '10.0.0.0/8/8',
    '::/129',
    '010.0.0.1',
  ])('%s is refused in one line that says what it is now', (text) => {
    const line = /^TRUSTED_PROXIES: is a list of addresses, [^\n]*$/
    expect(() => readConfig({ TRUSTED_PROXIES: text })).toThrow(line)
  })
})
