/** Pages at the widths of a phone and of a desk: opened once, and looked at in both. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { inTurn } from '../support/run/whole.ts'
import { axeFindings, frameFaults } from './look.ts'

const widths = [360, 1280] as const
type Findings = Record<(typeof widths)[number], string[]>

interface PageVisit {
  language: Language
  /** Looks at the page as it stands, at each width. */
  see(page: Page): Promise<void>
  /** Looks for anything else that is wrong, whatever the width. */
  found(...faults: string[]): void
}

/**
 * States `fact`, which names the language as `%s`, at each width in each language: that nothing is wrong with any page
 * that `visit` goes to. The pages of a language are gone through once, by the first of its tests; opening them takes
 * longer than looking. Set SHOTS to a folder for a picture of each.
 * @param isShared says of a fault that it is a name which every language shares
 */
export function atEachWidth(
  fact: string,
  visit: (looking: PageVisit) => Promise<void>,
  isShared: (fault: string) => boolean,
): void {
  const known = new Map<Language, Promise<Findings>>()
  describe.each(widths)('at %i px', (width) => {
    it.each(languages)(fact, async (language) => {
      const findings = known.get(language) ?? lookThrough(language, visit, isShared)
      known.set(language, findings)
      expect((await findings)[width]).toEqual([])
    })
  })
}

async function lookThrough(
  language: Language,
  visit: (looking: PageVisit) => Promise<void>,
  isShared: (fault: string) => boolean,
): Promise<Findings> {
  const findings: Findings = { 360: [], 1280: [] }
  const turn = languages.indexOf(language)
  let pages = 0
  await visit({
    language,
    async see(page) {
      const path = new URL(page.url()).pathname
      // In the check pages in the first language are looked at in both, and those in another in one, by turns.
      const looks = turn === 0 ? widths : inTurn(widths, turn + pages)
      pages += 1
      for (const width of widths) {
        await page.setViewportSize({ width, height: 740 })
        if (!looks.includes(width)) continue
        const faults = [...(await frameFaults(page, language)), ...(await axeFindings(page))]
        findings[width].push(...faults.filter((fault) => !isShared(fault)).map((fault) => `${path}: ${fault}`))
        if (process.env.SHOTS) await takePicture(page, process.env.SHOTS, `${language}-${width}-${path}`)
      }
    },
    found(...faults) {
      for (const width of widths) findings[width].push(...faults)
    },
  })
  return findings
}

async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-').slice(0, 50)}.png`), fullPage: true })
}
