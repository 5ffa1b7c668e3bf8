import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { assetFiles, shortAsset } from '../../../scripts/short-asset.mjs'

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
      const ratio = (a: string, b: string) => {
        const [high = 0, low = 0] = [luminance(colour(a)), luminance(colour(b))].sort((x, y) => y - x)
        return (high + 0.05) / (low + 0.05)
      }
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

/** Relative luminance (WCAG 2.2) of six hexadecimal digits. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
