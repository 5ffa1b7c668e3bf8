import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { assetFiles, shortAsset } from '../../../scripts/short-asset.mjs'
import { contrast } from './contrast.ts'

const read = (name: string) =>
  readFileSync(new URL(`../../../src/platform/http/assets/${name}`, import.meta.url), 'utf8')
const style = read('style.css')
const script = ['words.js', 'merge.js', 'device.js', 'fields.js', 'server.js', 'opened.js', 'enhance.js']
  .map(read)
  .join('')
const staff = read('staff.css')

describe('assets', () => {
  test('the style sheet is under 4 KB and the script under 6 KB, as they travel', () => {
    const travelling = (files: readonly string[] = []) => gzipSync(files.map(shortAsset).join('')).length
    expect(travelling(assetFiles.style)).toBeLessThan(4096)
    expect(travelling(assetFiles.script)).toBeLessThan(6144)
  })

  test('the script is as old web views read it, evaluates nothing and loads nothing', async () => {
    // esbuild rewrites what is newer than its target, and nothing else when it only strips white space.
    const [asIs, lowered] = await Promise.all(
      ['esnext', 'es2018'].map((target) => transform(script, { minifyWhitespace: true, target })),
    )
    expect(lowered?.code).toBe(asIs?.code)
    expect(script).not.toMatch(/\?\.|\?\?|eval\(|new Function|innerHTML|document\.write|https?:/)
  })

  test('neither reaches for another place', () => {
    for (const sheet of [style, staff]) expect(sheet).not.toMatch(/@import|url\(/)
  })

  test('colours hold the contrast of WCAG AA on their grounds, light and dark', () => {
    const [light = '', dark = ''] = [...style.matchAll(/:root \{([^}]*)\}/g)].map((found) => found[1] ?? '')
    for (const block of [light, dark]) {
      const colour = (name: string) => {
        const hex = new RegExp(`--${name}: #([0-9a-f]+);`).exec(block)?.[1] ?? ''
        return hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
      }
      const ratio = (a: string, b: string) => contrast(colour(a), colour(b))
      for (const [text, ground] of [
        ['ink', 'paper'],
        ['ink', 'tint'],
        ['soft', 'paper'],
        ['soft', 'card'],
        ['main', 'paper'],
        ['main', 'tint'],
        ['on', 'main'],
        ['bad', 'card'],
        ['bad', 'bad-tint'],
        ['wait', 'wait-tint'],
      ] as const) {
        expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
      expect(ratio('edge', 'card'), 'edges of controls').toBeGreaterThanOrEqual(3)
    }
  })
})
