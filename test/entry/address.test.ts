import { describe, expect, it, vi } from 'vitest'
import { addressBehind } from '../../src/entry/address.ts'

const direct = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }

function addressOf(trustedProxies: number, forwarded?: string, warn: (message: string) => void = () => undefined) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return addressBehind(trustedProxies, warn)(new Request('http://localhost/', { headers }), direct)
}

describe('without a trusted proxy', () => {
  it('the address is the connection’s, whatever the caller writes', () => {
    expect(addressOf(0)).toBe('192.0.2.1')
    expect(addressOf(0, '203.0.113.9')).toBe('192.0.2.1')
  })

  it('a proxy that nobody has spoken of is told once', () => {
    const warn = vi.fn()
    const of = addressBehind(0, warn)
    of(new Request('http://localhost/'), direct)
    expect(warn).not.toHaveBeenCalled()
    for (const address of ['203.0.113.9', '203.0.113.10']) {
      of(new Request('http://localhost/', { headers: { 'x-forwarded-for': address } }), direct)
    }
    expect(warn).toHaveBeenCalledOnce()
    expect(warn.mock.calls[0]?.[0]).toContain('TRUSTED_PROXIES is 0')
    expect(warn.mock.calls[0]?.[0]).not.toContain('203.0.113')
  })
})

describe('behind trusted proxies', () => {
  it('the address is what the first of them added, and nothing left of it', () => {
    expect(addressOf(1, '198.51.100.7, 203.0.113.9')).toBe('203.0.113.9')
    expect(addressOf(2, '198.51.100.7, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9')
  })

  it.each([
    ['203.0.113.9:51234', '203.0.113.9'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[2001:db8::7]:51234', '2001:db8::7'],
    ['"[2001:db8::7]:51234"', '2001:db8::7'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ])('%s is the address %s', (entry, address) => {
    expect(addressOf(1, entry)).toBe(address)
  })

  it('what is no address gives way to the connection’s', () => {
    for (const entry of ['unknown', '_hidden', '', '203.0.113', '[::1'])
      expect(addressOf(1, entry), entry).toBe('192.0.2.1')
    expect(addressOf(1)).toBe('192.0.2.1')
    expect(addressOf(3, '203.0.113.9')).toBe('192.0.2.1')
  })
})
