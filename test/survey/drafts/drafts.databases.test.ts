/** Drafts beside the version that people are asked: nobody overwrites anybody, and versions never mix. */
import { describe, expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { readHashedFigures } from '../../../src/journey/lifecycle/sign-soft-launch.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { canonicalOf, versionOf } from '../../../src/platform/crypto/version.ts'
import { firstWording } from '../../../src/survey/drafts/compare/inventory.ts'
import { type PublishAs, publishDraft } from '../../../src/survey/drafts/publish.ts'
import { readDraft, redoDraft, saveDraft, undoDraft } from '../../../src/survey/drafts/save.ts'
import { versionsOfStudy } from '../../../src/survey/studies/versions.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { at, begun, textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'
import { ask, page, small, text } from '../questionnaire/small.ts'

const mei = { id: 'staff_mei' }
const rosa = { id: 'staff_rosa' }

/** The live questionnaire with another title of its page of factors, which is wording alone. */
function reworded(title: string) {
  const questionnaire = structuredClone(studyAbroad)
  const page = questionnaire.pages.find(({ code }) => code === 'factors')
  if (page === undefined) throw new Error('there is a page of factors')
  page.title = { ...page.title, en: title }
  return questionnaire
}

/** The live questionnaire with a degree of its scale, and a question, worded anew. */
function relabelled(en: string) {
  const questionnaire = structuredClone(studyAbroad)
  const degree = questionnaire.sets.likert5?.[0]
  const question = questionnaire.pages.flatMap(({ questions }) => questions).find(({ code }) => code === 'Q22')
  if (degree === undefined || question === undefined) throw new Error('there is a scale, and a question 22')
  degree.label = { ...degree.label, en }
  question.text = { ...firstWording(question), en: 'Tell us' }
  return questionnaire
}

/** The same with questions that may be left out, which is more than wording. */
function without(title = 'Fewer questions') {
  const questionnaire = reworded(title)
  const page = questionnaire.pages.find(({ code }) => code === 'factors')
  for (const question of page?.questions ?? []) Object.assign(question, { optional: true })
  return questionnaire
}

const save = (world: World, who: typeof mei, revision: number, document: unknown) =>
  saveDraft(world.ports, who, { studyId: world.study.id, revision, document })
const publish = (world: World, who: typeof mei, revision: number, as: PublishAs = 'new') =>
  publishDraft(world.ports, who, { studyId: world.study.id, revision, as, note: '' })
const versions = (world: World) => world.ports.db.read(versionsOfStudy({ studyId: world.study.id }))

forEachDatabase((_, open, once) => {
  it('of two editors who save at once one is told of the other, and nothing is overwritten', async () => {
    const world = await fresh({ open })
    const both = await Promise.all([save(world, mei, 0, reworded('Mei')), save(world, rosa, 0, reworded('Rosa'))])
    expect(both.filter((one) => 'saved' in one)).toEqual([{ saved: 1 }])
    const [winner, loser] = 'saved' in (both[0] ?? {}) ? [mei, both[1]] : [rosa, both[0]]
    expect(loser).toEqual({ refused: 'changed_meanwhile', by: winner.id, at: world.ports.clock.now() })

    const again = await Promise.all([save(world, mei, 1, reworded('Mei 2')), save(world, rosa, 1, reworded('Rosa 2'))])
    expect(again.filter((one) => 'saved' in one)).toEqual([{ saved: 2 }])
    expect(await rowsOf(world, 'questionnaire_draft_revisions')).toHaveLength(2)
    expect(canonicalOf((await readDraft(world.ports.db, world.study.id))?.document)).toBe(
      canonicalOf(reworded('saved' in (again[0] ?? {}) ? 'Mei 2' : 'Rosa 2')),
    )
  })

  once(
    'each save is an entry of the audit trail with the revision that it made, however soon it follows another',
    async () => {
      const world = await fresh({ open })
      const { ports, study } = world
      const entries = async () =>
        (await rowsOf(world, 'audit_entries'))
          .filter(({ action }) => String(action).startsWith('questionnaire.'))
          .sort((one, other) => String(one.id).localeCompare(String(other.id)))
          .map(({ actor, action, subject }) => [actor, action, String(subject).replace(study.id, 'study')].join(' '))
      await save(world, mei, 0, reworded('1'))
      world.wait(5)
      await save(world, mei, 1, reworded('2'))
      world.wait(9)
      await undoDraft(ports, mei, { studyId: study.id, revision: 2 })
      world.wait(1)
      await save(world, rosa, 3, reworded('4'))
      world.wait(10)
      await save(world, rosa, 4, reworded('5'))
      world.wait(1)
      await saveDraft(ports, rosa, { studyId: study.id, revision: 5, document: reworded('6'), how: 'uploaded' })
      world.wait(1)
      await publish(world, rosa, 6)
      world.wait(1)
      await save(world, rosa, 7, reworded('8'))
      expect(await entries()).toEqual([
        'staff_mei questionnaire.draft_saved study 1',
        'staff_mei questionnaire.draft_saved study 2',
        'staff_mei questionnaire.draft_saved study 3',
        'staff_rosa questionnaire.draft_saved study 4',
        'staff_rosa questionnaire.draft_saved study 5',
        'staff_rosa questionnaire.draft_uploaded study 6',
        'staff_rosa questionnaire.published study',
        'staff_rosa questionnaire.draft_saved study 8',
      ])
    },
  )

  it('of two who publish at once one has, and versions are counted without a hole', async () => {
    const world = await fresh({ open })
    await save(world, mei, 0, reworded('Twice'))
    const both = await Promise.all([publish(world, mei, 1), publish(world, rosa, 1)])
    expect(both.filter((one) => 'published' in one)).toHaveLength(1)
    expect(both.filter((one) => 'refused' in one)).toMatchObject([{ refused: 'changed_meanwhile' }])
    expect((await versions(world)).map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'first'],
      [2, 'new'],
    ])
    expect(await rowsOf(world, 'studies')).toMatchObject([{ questionnaire_version: versionOf(reworded('Twice')) }])
  })

  it('a draft that is saved while it is published is saved or published, and never half of each', async () => {
    const world = await fresh({ open })
    await save(world, mei, 0, reworded('Before'))
    const [saved, published] = await Promise.all([save(world, rosa, 1, reworded('After')), publish(world, mei, 1)])
    expect([saved, published].filter((one) => 'refused' in one)).toMatchObject([{ refused: 'changed_meanwhile' }])
    const draft = await readDraft(world.ports.db, world.study.id)
    expect(draft?.revision).toBe(2)
    const isSaved = 'saved' in saved
    expect((await versions(world)).length).toBe(isSaved ? 1 : 2)
    expect(versionOf(draft?.document as never)).toBe(versionOf(reworded(isSaved ? 'After' : 'Before')))
  })

  once('whoever is half way goes on with the version they began, and whoever begins is asked the new one', async () => {
    const world = await fresh({ open })
    const student = await begun(world, { stopBefore: 'factors' })
    const before = await rowsOf(world, 'saved_pages')
    await save(world, mei, 0, without('The new factors'))
    expect(await publish(world, mei, 1)).toMatchObject({ published: { n: 2, kind: 'new', corrects: null } })

    expect(await rowsOf(world, 'saved_pages')).toEqual(before)
    expect(textOf((await student.open(at('factors'))).html)).not.toContain('The new factors')
    expect((await student.answer({ fixed: { Q30: 2001 } })).path).toBe('/s/study-abroad/voucher')

    const later = new Student(world, 2)
    await later.start()
    const named = (await rowsOf(world, 'responses')).map((row) => row.questionnaire_version).sort()
    expect(named).toEqual([versionOf(studyAbroad), versionOf(without('The new factors'))].sort())
  })

  once('answers to a correction are the same data, file and pace as those to what it corrects', async () => {
    const world = await fresh({ open })
    const complete = async (seed: number) => {
      const student = await begun(world, { seed, stopBefore: 'factors' })
      await student.answer({ fixed: { Q30: 2001 } })
    }
    await complete(1)
    await save(world, mei, 0, relabelled('Very little'))
    expect(await publish(world, mei, 1, 'correction')).toMatchObject({ published: { kind: 'correction' } })
    await complete(2)
    const pace = (await rowsOf(world, 'response_paradata')).map((row) => row.questionnaire_version)
    expect(pace).toEqual([versionOf(studyAbroad), versionOf(studyAbroad)])

    const study = await findStudyWithOffers(world.ports.db, world.study.slug, world.ports.clock.now())
    expect(study?.version).toBe(versionOf(relabelled('Very little')))
    expect(study && (await readHashedFigures(world.ports, study))).toMatchObject({ responses: 2 })

    const admin = await signedIn(world, 'admin')
    const file = async (query: string) => {
      const answer = await admin.post(`/admin/studies/study-abroad/responses.csv${query}`)
      return { name: answer.headers.get('content-disposition'), text: await answer.text() }
    }
    const [old, now] = [versionOf(studyAbroad), versionOf(relabelled('Very little'))]
    const one = await file(`?version=${old}`)
    expect(await file('')).toEqual(one)
    expect(one.name).toContain(old.slice(0, 8))
    expect(
      records(one.text)
        .map(({ version }) => version)
        .sort(),
    ).toEqual([old, now].sort())
    // One label for a code, whichever of them was shown; a question that was worded anew shows both.
    const labels = (await file('?labels=en')).text
    expect(labels).not.toContain('Not at all important')
    const [header = ''] = labels.split('\r\n')
    expect(header).toContain(`Tell us / Q22 `)

    // The codebook of either has both wordings, each with its version.
    const codebook = records(
      (await (await admin.get(`/admin/studies/study-abroad/questionnaire/files/${now}/codebook`)).text()).replace(
        '\uFEFF',
        '',
      ),
    )
    const wordings = (column: string, code: string) =>
      codebook.filter((row) => row.column === column && row.code === code).map((row) => [row.version, row.en])
    expect(wordings('Q11_1', '1')).toEqual([
      [now, 'Very little'],
      [old, 'Not at all important'],
    ])
    expect(wordings('Q22', '').map(([version]) => version)).toEqual([now, old])
    expect(wordings('Q02', '').map(([version]) => version)).toEqual([now])

    // A question more: the file of the data before has the columns and values that it had.
    const more = relabelled('Very little')
    more.pages[1]?.questions.unshift(ask('Q99', 'text', { maxLength: 20, optional: true } as never))
    await save(world, mei, 2, more)
    expect(await publish(world, mei, 3)).toMatchObject({ published: { kind: 'new' } })
    expect(await file(`?version=${old}`)).toEqual(one)
    expect((await file('')).text.split('\r\n')[0]).toContain('Q99')
    const page = (await admin.open('/admin')).html
    expect(page.match(/responses\.csv\?version=\w{64}"/g)).toHaveLength(2)
  })

  once('what was changed is taken back and made again, step by step, until something else is changed', async () => {
    const world = await fresh({ open })
    const { db } = world.ports
    const studyId = world.study.id
    const titleNow = async () =>
      (await readDraft(db, studyId))?.document.pages.find(({ code }) => code === 'factors')?.title.en
    await save(world, mei, 0, reworded('one'))
    await save(world, mei, 1, reworded('two'))
    const seen: (string | undefined)[] = []
    let revision = 2
    for (const way of [undoDraft, undoDraft, undoDraft, redoDraft, redoDraft, redoDraft, undoDraft]) {
      const stepped = await way(world.ports, rosa, { studyId, revision })
      if ('saved' in stepped) revision = stepped.saved
      seen.push('saved' in stepped ? await titleNow() : stepped.refused)
    }
    const live = studyAbroad.pages.find(({ code }) => code === 'factors')?.title.en
    expect(seen).toEqual(['one', live, 'nothing_there', 'one', 'two', 'nothing_there', 'one'])
    await save(world, mei, revision, reworded('three'))
    expect(await readDraft(db, studyId)).toMatchObject({ canUndo: true, canRedo: false, savedBy: { id: mei.id } })
    expect(await undoDraft(world.ports, rosa, { studyId, revision })).toMatchObject({ refused: 'changed_meanwhile' })
  })

  once('of a draft the newest hundred revisions are kept', async () => {
    const world = await fresh({ open })
    for (let revision = 0; revision < 103; revision += 1) {
      const document = { ...small([page('start', [ask('Q1', 'note', {})])]), title: text(`${revision}`) }
      await save(world, mei, revision, document)
    }
    const revisions = (await rowsOf(world, 'questionnaire_draft_revisions')).map((row) => Number(row.revision))
    expect([revisions.length, Math.min(...revisions), Math.max(...revisions)]).toEqual([100, 4, 103])
  })
})

describe('what may be published', () => {
  it('a draft is saved without its translations, and is not published without them', async () => {
    const world = await fresh()
    const document = reworded('x') as unknown as { pages: { title: object }[]; title: object }
    document.title = { en: 'Only in English' }
    Object.assign(document.pages[0] ?? {}, { title: { en: '', 'zh-Hans': '中文' } })
    expect(await save(world, mei, 0, document)).toEqual({ saved: 1 })
    const published = await publish(world, mei, 1)
    expect(published).toMatchObject({ refused: 'faults' })
    expect('errors' in published && published.errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title.zh-Hans', 'title.zh-Hant', 'pages[0].title.en']),
    )
    expect(await versions(world)).toHaveLength(1)
  })

  it('a study that is offered in one language needs no other', async () => {
    const world = await fresh({
      study: (study) => ({ ...study, settings: { ...study.settings, languages: ['zh-Hans'] } }),
    })
    const document = structuredClone(studyAbroad) as unknown as { title: object }
    document.title = { 'zh-Hans': '新标题' }
    await save(world, mei, 0, document)
    expect(await publish(world, mei, 1, 'correction')).toMatchObject({ published: { kind: 'correction' } })
    document.title = { en: 'No Chinese' }
    await save(world, mei, 2, document)
    const refused = await publish(world, mei, 3, 'correction')
    expect('errors' in refused && refused.errors.map(({ path }) => path)).toEqual(['title.zh-Hans'])
  })

  it('labels change places in two corrections no more than in one', async () => {
    const world = await fresh()
    const labelled = (...words: string[]) => {
      const questionnaire = structuredClone(studyAbroad)
      words.forEach((en, at) => {
        const degree = questionnaire.sets.likert5?.[at]
        if (degree) degree.label = { ...degree.label, en }
      })
      return questionnaire
    }
    const [first = '', second = ''] = studyAbroad.sets.likert5?.map(({ label }) => label.en) ?? []
    await save(world, mei, 0, labelled('One', 'Two'))
    expect(await publish(world, mei, 1, 'correction')).toMatchObject({ published: { n: 2 } })
    await save(world, mei, 2, labelled(second, first))
    expect(await publish(world, mei, 3, 'correction')).toMatchObject({
      refused: 'no_correction',
      why: { labelsMoved: expect.arrayContaining(['Q11']) },
    })
    const admin = await signedIn(world, 'admin')
    const page = await admin.open('/admin/studies/study-abroad/questionnaire/publish')
    expect(page.html).toMatch(/id="as-correction"[^>]* disabled/)
  })

  it('what is no questionnaire at all is not kept, and it is said where', async () => {
    const world = await fresh()
    expect(await save(world, mei, 0, { ...studyAbroad, pages: [{ code: 'P', questions: [] }] })).toMatchObject({
      refused: 'unreadable',
      errors: [{ path: 'pages[0].code' }, { path: 'pages[0].title' }],
    })
    expect(await readDraft(world.ports.db, world.study.id)).toMatchObject({ revision: 0, savedBy: null })
  })

  it('a correction keeps its data together with those of what it corrects; anything else begins anew', async () => {
    const world = await fresh()
    await save(world, mei, 0, reworded('A better word'))
    expect(await publish(world, mei, 1, 'correction')).toMatchObject({ published: { n: 2, kind: 'correction' } })
    await save(world, mei, 2, without())
    expect(await publish(world, mei, 3, 'correction')).toMatchObject({ refused: 'no_correction', why: 'structure' })
    expect(await publish(world, mei, 3)).toMatchObject({ published: { n: 3, kind: 'new' } })
    // Back to what was asked before the correction: its data are there already.
    await save(world, mei, 4, studyAbroad)
    expect(await publish(world, mei, 5)).toMatchObject({ published: { n: 4, dataVersion: versionOf(studyAbroad) } })
    await save(world, mei, 6, reworded('A better word'))
    expect(await publish(world, mei, 7)).toEqual({ refused: 'asked_before', as: 'correction' })
    expect(await publish(world, mei, 7, 'correction')).toMatchObject({
      published: { corrects: versionOf(studyAbroad) },
    })
    expect(await publish(world, mei, 8)).toEqual({ refused: 'nothing_changed' })
    const first = versionOf(studyAbroad)
    expect((await versions(world)).map(({ dataVersion }) => dataVersion === first)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
    expect(
      (await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'questionnaire.published'),
    ).toHaveLength(4)
  })
})
