/** The forms of the editor, as a browser without scripts posts them: two editors lose nothing, and nobody is asked a draft. */
import { expect, it } from 'vitest'
import { type Language, languages } from '../../../schema/text.ts'
import { canonicalOf } from '../../../src/platform/crypto/version.ts'
import { readDraft } from '../../../src/survey/drafts/save.ts'
import { findDocument } from '../../../src/survey/studies/store.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const edit = '/admin/studies/study-abroad/questionnaire/edit'
const q09 = { at: 'questions/Q09' }

async function two(world: World) {
  return { mei: await signedIn(world, 'admin', 'Mei'), rosa: await signedIn(world, 'admin', 'Rosa') }
}

const post = (who: Student, revision: number, fields: Record<string, string>, path = edit) =>
  who.post(path, { revision: String(revision), do: 'save', ...fields })

async function draftOf(world: World) {
  const draft = await readDraft(world.ports.db, world.study.id)
  if (draft === undefined) throw new Error('The study has a draft.')
  return draft
}

async function question(world: World, code: string) {
  const { document } = await draftOf(world)
  return document.pages.flatMap(({ questions }) => questions).find((one) => one.code === code)
}

forEachDatabase((_, open, once) => {
  it('two who change different things at once both have them, and who changes the same is shown both', async () => {
    const world = await fresh({ open })
    const { mei, rosa } = await two(world)
    const both = await Promise.all([
      post(mei, 0, { ...q09, 't/questions/Q09/hint/en': 'As on your letter.' }),
      post(rosa, 0, { ...q09, 's/questions/Q09/max': '2031', 't/questions/Q09/hint/zh-Hant': '以通知書為準' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await question(world, 'Q09')).toMatchObject({
      max: 2031,
      hint: { en: 'As on your letter.', 'zh-Hant': '以通知書為準' },
    })

    const late = await post(rosa, 0, { ...q09, 't/questions/Q09/hint/en': 'As I say.', 's/questions/Q09/min': '2011' })
    expect(late.status).toBe(409)
    const page = textOf(await late.text())
    expect(page).toContain('As on your letter.')
    expect(page).toContain('As I say.')
    expect(await question(world, 'Q09')).toMatchObject({ min: 2010, hint: { en: 'As on your letter.' } })
    const { revision } = await draftOf(world)
    await post(rosa, revision, { ...q09, 't/questions/Q09/hint/en': 'As I say.', 's/questions/Q09/min': '2011' })
    expect(await question(world, 'Q09')).toMatchObject({ min: 2011, hint: { en: 'As I say.' } })
  })

  once('a page that could not be sent with its texts full is named, and the draft is kept', async () => {
    const world = await fresh({ open })
    const { mei } = await two(world)
    await post(mei, 0, { at: 'questions/Q22', 's/questions/Q22/maxLength': '9000' })
    expect(textOf((await mei.open(edit)).html)).toContain('and no more than 64 kB can be sent')
    await post(mei, 1, { at: 'questions/Q22', 's/questions/Q22/maxLength': '900' })
    expect(textOf((await mei.open(edit)).html)).not.toContain('can be sent')
  })

  once('a translation is told to be right once, and not for what somebody else has written meanwhile', async () => {
    const world = await fresh({ open })
    const { mei, rosa } = await two(world)
    const marks = async (what = 'right') =>
      (await (await mei.get(`${edit}?at=questions/Q09`)).text()).match(RegExp(`value="${what} [^"]*"`, 'g')) ?? []
    const unmarked = (...but: Language[]) =>
      languages
        .filter((one) => one !== 'en' && !but.includes(one))
        .map((one) => `value="right ${one} questions/Q09/text"`)
    const right = (language: string) => ({ ...q09, do: `right ${language} questions/Q09/text` })
    await post(mei, 0, { ...q09, 't/questions/Q09/text/en': 'When?' })
    expect(await marks()).toEqual(unmarked())
    expect((await post(mei, 1, right('zh-Hans'))).status).toBe(303)
    expect(await marks()).toEqual(unmarked('zh-Hans'))
    // Mei has not seen what Rosa writes, and looks at what stood there before.
    await post(rosa, 1, { ...q09, 't/questions/Q09/text/en': 'In which year?' })
    await post(mei, 1, right('zh-Hant'))
    expect(await marks()).toEqual(unmarked())
    await post(mei, 2, { ...right('zh-Hant'), 't/questions/Q09/text/en': 'Which year?' })
    expect(await marks()).toEqual(unmarked('zh-Hant'))
    expect(await marks('unright')).toEqual(['value="unright zh-Hant questions/Q09/text"'])
    expect(await rowsOf(world, 'confirmed_translations')).toHaveLength(2)
    expect(textOf(await (await rosa.get(`${edit}/texts`)).text())).toContain('0 missing 1 to look at')
    // What is said twice is said once; Rosa takes back what Mei said.
    await post(mei, 3, right('zh-Hant'))
    await post(rosa, 3, { ...q09, do: 'unright zh-Hant questions/Q09/text' })
    expect([await marks(), await marks('unright')]).toMatchObject([{ length: 2 }, { length: 0 }])
    const trail = (await rowsOf(world, 'audit_entries')).filter(({ action }) => String(action).includes('translation'))
    const { id } = world.study
    expect(trail.map(({ action, subject }) => `${action} ${subject}`).sort()).toEqual([
      `questionnaire.translation_confirmed ${id} zh-Hans questions/Q09/text`,
      `questionnaire.translation_confirmed ${id} zh-Hant questions/Q09/text`,
      `questionnaire.translation_reopened ${id} zh-Hant questions/Q09/text`,
    ])
    const actors = (what: string) => trail.filter(({ action }) => String(action).endsWith(what)).map((one) => one.actor)
    expect(actors('confirmed')).not.toContain(actors('reopened')[0])
  })

  once('what was undone can be made again, and not over what somebody saved since', async () => {
    const world = await fresh({ open })
    const { mei, rosa } = await two(world)
    const live = await findDocument(world.ports.db, world.study.version)
    await post(mei, 0, { ...q09, do: 'remove questions/Q09/hint', 't/questions/Q09/hint/en': 'Once.' })
    expect((await post(mei, 1, q09, `${edit}/undo`)).status).toBe(303)
    expect(canonicalOf((await draftOf(world)).document)).toBe(live)
    expect((await post(mei, 2, q09, `${edit}/redo`)).status).toBe(303)
    expect(await question(world, 'Q09')).toMatchObject({ hint: { en: 'Once.' } })
    const late = await post(rosa, 2, q09, `${edit}/undo`)
    expect(late.status).toBe(409)
    expect(textOf(await late.text())).toContain('Mei has saved a change since you opened this page')
  })

  once(
    'what is refused says why and by whom, what was typed beside it is kept, and nobody is asked a draft',
    async () => {
      const world = await fresh({ open })
      const { mei } = await two(world)
      const refused = await post(mei, 0, {
        at: 'questions/Q04',
        do: 'remove questions/Q04',
        't/questions/Q04/hint/en': 'Today.',
        's/questions/Q04/name': 'Not a name',
      })
      expect(refused.status).toBe(422)
      const page = await refused.text()
      expect(textOf(page)).toContain('cannot be removed, because others refer to it')
      expect(page).toContain('value="Not a name"')
      expect(await question(world, 'Q04')).toMatchObject({ hint: { en: 'Today.' }, name: 'now' })
      const student = await signedIn(world, 'viewer')
      expect((await student.get('/s/study-abroad')).status).toBe(200)
      expect(await findDocument(world.ports.db, world.study.version)).not.toContain('Today.')
    },
  )
})
