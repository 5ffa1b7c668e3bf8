import { describe, expect, it } from 'vitest'
import { networkKey } from '../../../src/platform/network/network.ts'
import { connectionOf, networkOf } from '../../../src/platform/network/network-of.ts'
import { begun, screening, send } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['203.0.114.7', '203.0.114.0/24'],
    [' 203.0.113.7 ', '203.0.113.0/24'],
    ['203.0.113.7:50412', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8:1::', '2001:db8:1::/48'],
    ['2001:DB8:0001:ffff::1', '2001:db8:1::/48'],
    ['[2001:db8:1::1]', '2001:db8:1::/48'],
    ['[2001:db8:1::1]:50412', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['::', '0:0:0::/48'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0::/48'],
  ])('groups %s under %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1::', '2001:db8:1:0::/64'],
    ['203.0.113.7', '203.0.113.0/24'],
  ])('groups %s under %s where a household is meant', (address, network) => {
    expect(networkOf(address, 64)).toBe(network)
  })

  it.each(['::ffff:203.0.113.7', '::FFFF:203.0.113.200', '::ffff:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7'])(
    'sees the IPv4 address inside %s',
    (address) => {
      expect(networkOf(address)).toBe('203.0.113.0/24')
    },
  )

  it.each([
    '',
    'unknown',
    'localhost',
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    ':',
    ':::',
    '1::2::3',
    'g::1',
    '1:2:3:4:5:6:7',
    '12345::',
    "' or 1=1",
  ])('calls %j unknown', (address) => {
    expect(networkOf(address)).toBe('unknown')
  })
})

describe('the connection of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['::ffff:203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.7:50412', '203.0.113.7/32'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:50412', '2001:db8:1:2::/64'],
    ['nobody', 'unknown'],
  ])('of %s is %s', (address, connection) => {
    expect(connectionOf(address)).toBe(connection)
  })
})

describe('a network', () => {
  const near = (n: number) => `198.51.100.${n}`

  it('whose neighbours hold rewards open shuts nobody out', async () => {
    const world = await fresh()
    for (let n = 0; n < 3; n++) {
      const student = await begun(world, { seed: n, address: near(1), stopBefore: 'screening' })
      expect((await send(student, 'screening', screening())).headers.get('location')).toBe('/s/study-abroad/p/places')
    }
    const open = (await rowsOf<{ state: string; network: string }>(world, 'leases')).map(
      (one) => one.state + one.network,
    )
    expect(open).toEqual(['open', 'open', 'open'])
    await expectBooksToBalance(world)
  })

  it('is kept as a hash that changes with the day and holds no address', async () => {
    const world = await fresh()
    await begun(world, { seed: 1, address: '198.51.100.77' })
    world.wait(24 * 60)
    await begun(world, { seed: 2, address: '198.51.100.78' })
    const networks = await rowsOf<{ network: string }>(world, 'networks')
    // Of the address, of the block around it and of the study, each under another name ten minutes later.
    expect(networks).toHaveLength(6)
    for (const { network } of networks) expect(network).toMatch(/^[0-9a-z]{26}$/)
    const morning = await networkKey(world.ports, '198.51.100.1', '2026-11-23T00:00:00.000Z')
    expect(await networkKey(world.ports, '198.51.100.200', '2026-11-23T23:59:59.999Z')).toBe(morning)
    expect(await networkKey(world.ports, '198.51.100.1', '2026-11-24T00:00:00.000Z')).not.toBe(morning)
    expect(await networkKey(world.ports, '198.51.101.1', '2026-11-23T00:00:00.000Z')).not.toBe(morning)
  })
})
