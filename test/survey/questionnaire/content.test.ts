/** What the study-abroad questionnaire says and asks of whom. */

import { describe, expect, test } from 'vitest'
import type { Answers, Facts } from '../../../schema/answers.ts'
import { languages, type Question } from '../../../schema/questionnaire.ts'
import { ageFacts } from '../../../schema/study-abroad/ages.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { checkPage } from '../../../src/survey/questionnaire/check-answers.ts'
import { checkQuestionnaire } from '../../../src/survey/questionnaire/checks/check.ts'
import { optionsAt, placedTexts } from '../../../src/survey/questionnaire/checks/places.ts'
import { codeInList } from '../../../src/survey/questionnaire/page/list-entry.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { isAnswered } from '../../../src/survey/questionnaire/parts.ts'
import { drawer } from '../../../src/survey/questionnaire/route/shuffle.ts'
import { samplePosted } from '../../../src/survey/questionnaire/sample.ts'
import type { QuestionView } from '../../../src/survey/questionnaire/types/index.ts'
import { nextPage } from './route/whole-route.ts'
import { alike } from './small.ts'

const questions = studyAbroad.pages.flatMap((page) => page.questions)
const question = (code: string): Question => {
  const found = questions.find((one) => one.code === code)
  if (!found) throw new Error(`no question ${code}`)
  return found
}
const codesOf = (code: string) => optionsAt(studyAbroad, question(code), []).options.map((option) => option.code)
const rowsOf = (code: string) => {
  const one = question(code)
  return one.type === 'matrix' ? one.rows.map((row) => row.code) : []
}
const to = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

const winter = { winter: true, from: '19 January', to: '24 February', cf: '15 February', ct: '23 February' }

/** A page as someone sees it who has given these answers. */
const see = (page: string, answers: Answers, facts: Facts = {}) =>
  pageView(studyAbroad, page, answers, { seed: 'seed', facts })
const shown = (page: string, code: string, answers: Answers, facts: Facts = {}): QuestionView | undefined =>
  see(page, answers, facts).questions.find((one) => one.code === code)
const offered = (page: string, code: string, answers: Answers): number[] => {
  const view = shown(page, code, answers)
  return view && 'options' in view ? view.options.filter((one) => !one.hidden).map((one) => one.code) : []
}
const sorted = (codes: readonly number[]) => codes.toSorted((one, other) => one - other)

describe('the whole', () => {
  test('the study-abroad questionnaire passes the checker', () => {
    const checked = checkQuestionnaire(studyAbroad)
    expect(checked.ok ? [] : checked.errors).toEqual([])
  })

  test('how many to choose is said once, in the hint', () => {
    const says = (text: string) => /choose|可多选|可選多項|最多[选選]/i.test(text)
    const twice = questions.filter(({ text }) => [text].flat().some((one) => says(JSON.stringify(one))))
    expect(twice.map(({ code }) => code)).toEqual([])
  })

  test('thirty questions stand on eleven pages, in the order that does not prime anyone', () => {
    expect(studyAbroad.pages.map((page) => [page.code, ...page.questions.map((one) => one.code)].join(' '))).toEqual([
      'start Q01',
      'screening Q02 Q03 Q04',
      'places Q05 Q06',
      'course Q07 Q08 Q09 Q10',
      'factors Q11',
      'money Q12 Q13 Q14 Q15',
      'documents Q16 Q17',
      'crossing Q18 Q19',
      'border Q20 Q21 Q22 Q23',
      'next Q24 Q25 Q27 Q26',
      'last Q28 Q29 Q30',
    ])
    expect(questions).toHaveLength(30)
    expect(studyAbroad.pages.filter((page) => page.lease).map((page) => page.code)).toEqual(['screening'])
  })

  test('every question is required except the two open ones', () => {
    expect(questions.filter((one) => isAnswered(one) && one.optional).map((one) => one.code)).toEqual(['Q22', 'Q28'])
  })

  test('the codes of every option and row are those that stored answers hold', () => {
    const dest = [...to(16), 90]
    const five = [...to(5), 97]
    const codes: Record<string, number[]> = {}
    for (const { code } of questions) if (codesOf(code).length > 0) codes[code] = codesOf(code)
    expect(codes).toEqual({
      Q01: to(6),
      Q02: to(5),
      Q03: to(5),
      Q04: dest,
      Q05: to(8),
      Q06: dest,
      Q07: dest,
      Q08: [...to(8), 90],
      Q10: [...to(9), 90],
      Q11: five,
      Q12: [...to(9), 90],
      Q13: [...to(7), 98, 99],
      Q14: [...to(7), 90],
      Q15: [...to(8), 0, 90],
      Q16: five,
      Q17: [...to(11), 0, 96],
      Q18: five,
      Q19: to(5),
      Q20: five,
      Q21: to(5),
      Q23: [...to(7), 12, 0, 90],
      Q24: [...to(7), 90, 0, 98],
      Q25: [1, 2, 3, 4, 5, 8, 6, 7],
      Q26: five,
      Q29: [...to(8), 99],
    })
    expect(rowsOf('Q11')).toEqual(to(10))
    expect(rowsOf('Q16')).toEqual([...to(8), 90])
    expect(rowsOf('Q20')).toEqual(to(7))
    expect(rowsOf('Q26')).toEqual(to(8))
  })
})

describe('the words', () => {
  const texts = placedTexts(studyAbroad)
  /** A Simplified character and its Traditional form, over and over: those in which neither is used in the other script. */
  const pairs = [
    '们們这這个個为為国國学學业業专專证證签簽请請选選择擇时時间間问問题題满滿显顯护護验驗区區岁歲无無宽寬与與书書从從两兩边邊过過还還进進远遠运運话話说說语語读讀谁誰调調贷貸费費资資质質',
    '购購门門开開关關际際难難险險须須预預频頻风風饭飯馆館体體单單医醫双雙发發变變听聽响響园園图圖场場处處备備头頭奖獎实實审審对對导導将將尔爾岛島币幣带帶师師应應总總态態战戰户戶报報换換',
    '据據损損断斷旧舊术術机機权權条條来來极極构構标標样樣桥橋检檢楼樓欢歡气氣汇匯没沒济濟渐漸湾灣灵靈热熱爱愛状狀独獨环環现現电電画畫疗療监監盖蓋矿礦码碼确確离離种種积積称稱税稅稳穩竞競',
    '笔筆简簡类類纪紀约約级級纯純纳納线線组組细細织織终終绍紹经經结結给給络絡统統继繼绩績续續维維综綜缘緣网網罗羅职職联聯聪聰脑腦荣榮药藥获獲虑慮补補装裝见見规規视視览覽觉覺计計订訂认認',
    '让讓训訓议議记記讲講许許论論设設访訪评評识識词詞译譯试試详詳误誤课課贸貿赛賽赞贊转轉轻輕载載较較达達迁遷迟遲适適递遞邮郵银銀销銷错錯长長闻聞阅閱队隊阶階随隨隐隱页頁项項顺順领領额額',
    '愿願飞飛亚亞马馬兰蘭鲁魯圣聖乌烏萨薩诺諾缅緬麦麥别別强強辅輔贴貼',
  ].join('')
  const simplifiedOnly = [...pairs].filter((_, at) => at % 2 === 0).join('')
  const traditionalOnly = [...pairs].filter((_, at) => at % 2 === 1).join('')
  const found = (words: string, script: string) => [...words].filter((one) => script.includes(one))

  test('every text is there in the three languages', () => {
    expect(texts.length).toBeGreaterThan(500)
    for (const { text } of texts) expect(Object.keys(text)).toEqual([...languages])
  })

  test('Traditional texts are written in Traditional characters, Simplified ones in Simplified', () => {
    for (const { text } of texts) {
      expect(found(text['zh-Hant'], simplifiedOnly), text['zh-Hant']).toEqual([])
      expect(found(text['zh-Hans'], traditionalOnly), text['zh-Hans']).toEqual([])
    }
  })

  test('no Traditional text is the Simplified one over again', () => {
    for (const { text } of texts) {
      if (found(text['zh-Hans'], simplifiedOnly).length > 0) expect(text['zh-Hant']).not.toBe(text['zh-Hans'])
    }
  })

  test('English texts hold no Chinese characters, Chinese ones always do', () => {
    for (const { text, path } of texts) {
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      if (path[0] === 'lists') continue
      expect(text['zh-Hans'] + text['zh-Hant'], text.en).toMatch(/\p{Script=Han}.*\p{Script=Han}/u)
    }
  })

  test('Traditional texts say that studying away is away', () => {
    for (const code of ['Q02', 'Q03', 'Q10']) {
      expect(JSON.stringify(question(code).text), code).toContain('到外地升學')
    }
    expect(studyAbroad.title['zh-Hant']).toContain('到外地升學')
    // 留学 alone may be read as leaving for another country only.
    expect(JSON.stringify(question('Q02').text)).toContain('留学（含赴港澳台就读）')
  })

  test('the list of countries and regions has each code once and leaves out what Q03 offers itself', () => {
    const codes = (studyAbroad.lists.countries ?? []).map((entry) => entry.code)
    expect(codes).toHaveLength(245)
    expect(new Set(codes).size).toBe(245)
    expect(codes.filter((code) => ['CN', 'HK', 'MO', 'TW'].includes(code))).toEqual([])
    expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
  })

  test('each name on the list of countries and regions, in any language, is of one of them', () => {
    const list = studyAbroad.lists.countries ?? []
    const read = list.map(({ label }) => Object.values(label).map((name) => codeInList(list, name)))
    expect(read).toEqual(list.map(({ code }) => languages.map(() => code)))
  })

  test('a place that DEST and the list share has one name in Chinese', () => {
    const shared: Record<string, number> = {
      GB: 5,
      US: 6,
      AU: 7,
      CA: 8,
      SG: 9,
      JP: 10,
      KR: 11,
      MY: 12,
      DE: 13,
      FR: 14,
      NZ: 15,
      IE: 16,
    }
    for (const { code, label } of studyAbroad.lists.countries ?? []) {
      const place = studyAbroad.sets.dest?.find((option) => option.code === shared[code])
      if (!place) continue
      expect([label['zh-Hans'], label['zh-Hant']]).toEqual([place.label['zh-Hans'], place.label['zh-Hant']])
    }
  })

  test('budgets show about the same in HKD at the pinned rate, and the hint names the rate and its day', () => {
    const { rate, on } = studyAbroad.rates.CNYHKD ?? { rate: '', on: '' }
    const amounts = (words: string) =>
      [...words.matchAll(/(\d[\d,]*)/g)].map(([, one]) => Number(one?.replaceAll(',', '')))
    for (const { code, label } of optionsAt(studyAbroad, question('Q13'), []).options.filter((one) => one.code < 10)) {
      const found = amounts(label.en)
      const [cny, hkd] = [found.slice(0, found.length / 2), found.slice(found.length / 2)]
      expect(hkd, `option ${code}`).toEqual(cny.map((one) => Math.round(one * Number(rate))))
      for (const chinese of [label['zh-Hans'], label['zh-Hant']]) {
        expect(amounts(chinese).map((one) => one * 10_000)).toEqual(found)
      }
    }
    expect(on).toBe('2025-09-30')
    expect(question('Q13').hint?.en).toContain('30 September 2025')
    for (const language of languages) expect(question('Q13').hint?.[language]).toContain(rate)
  })
})

describe('who is asked what', () => {
  const longest = (stage: number): number => {
    let most = 0
    for (let n = 0; n < 60; n += 1) {
      const circumstances = { seed: `seed ${n}`, facts: { ...ageFacts(18), ...winter } }
      const draw = drawer(`walk ${n}`, 'answers')
      let answers: Answers = {}
      let items = 0
      for (;;) {
        const next = nextPage(studyAbroad, answers, circumstances)
        if (!('page' in next)) break
        const view = pageView(studyAbroad, next.page, answers, circumstances)
        items += view.questions.length
        const posted = samplePosted(view, draw)
        if (next.page === 'start') posted.Q01 = ['3']
        if (next.page === 'screening') posted.Q02 = [String(stage)]
        for (const one of view.questions) if (one.type === 'text') posted[one.code] = ['words']
        const checked = checkPage(studyAbroad, next.page, answers, posted, circumstances)
        expect(checked.ok ? [] : checked.errors).toEqual([])
        answers = { ...answers, ...checked.answers }
      }
      most = Math.max(most, items)
    }
    return most
  }

  test('planning meets at most 24 questions, studying 28, finished 29', () => {
    expect([1, 2, 3, 4].map(longest)).toEqual([24, 24, 28, 29])
  })

  test('someone who fits no stage is screened out after the screening page', () => {
    const circumstances = { seed: 'seed', facts: ageFacts(18) }
    const answers = { Q01: 3, C0a: 1, Q02: 5, Q03: 1, Q04: 1 }
    expect(nextPage(studyAbroad, answers, circumstances)).toEqual({ end: 'screened_out' })
  })

  test('the places considered leave out the place that is home', () => {
    expect(sorted(offered('places', 'Q06', { Q02: 1, Q03: 2 }))).toEqual([1, ...to(16).slice(2), 90])
    expect(sorted(offered('places', 'Q06', { Q02: 1, Q03: 5 }))).toEqual([...to(16), 90])
  })

  test('the first choice is one of the places considered; a place of study is any but home', () => {
    expect(offered('course', 'Q07', { Q02: 2, Q03: 1, Q06: [2, 5] })).toEqual([2, 5])
    expect(offered('course', 'Q07', { Q02: 3, Q03: 1 })).toEqual([...to(16).slice(1), 90])
    expect(shown('course', 'Q07', { Q02: 1, Q03: 1, Q06: [2] })?.text.en).toBe('Which is your first choice?')
    expect(shown('course', 'Q07', { Q02: 4, Q03: 1 })?.text.en).toBe('Where are you studying, or where did you study?')
  })

  test.each([
    ['the mainland', 1, 'Hong Kong', 2, [2, 3, 4, 10]],
    ['the mainland', 1, 'Macao', 3, [2, 3, 5, 10]],
    ['the mainland', 1, 'Taiwan', 4, [11]],
    ['the mainland', 1, 'the UK', 5, [1]],
    ['the mainland', 1, 'somewhere else', 90, [1]],
    ['Hong Kong', 2, 'the mainland', 1, [6, 7]],
    ['Hong Kong', 2, 'Macao', 3, [5]],
    ['Macao', 3, 'the mainland', 1, [6, 7]],
    ['Macao', 3, 'Taiwan', 4, [11]],
    ['Taiwan', 4, 'the mainland', 1, [7, 8]],
    ['Taiwan', 4, 'Hong Kong', 2, [4]],
    ['abroad', 5, 'the mainland', 1, [9]],
    ['abroad', 5, 'Taiwan', 4, [1]],
    ['abroad', 5, 'Japan', 10, [1]],
  ])(
    'someone from %s (%i) who studies in %s (%i) sees the documents that fit',
    (_, home, __, destination, documents) => {
      const answers = { Q02: 3, Q03: home, Q07: destination, Q15: [0] }
      expect(offered('documents', 'Q17', answers)).toEqual([...documents, 0, 96])
      const all = shown('documents', 'Q17', answers)
      expect(all?.type === 'multi' && all.options).toHaveLength(13)
    },
  )

  test('only services that were used are rated', () => {
    const rated = shown('documents', 'Q16', { Q15: [1, 90], 'Q15.text': 'a tutor', Q03: 1, Q07: 2 })
    expect(rated?.type === 'matrix' && rated.rows.map((row) => row.code)).toEqual(['1', '90'])
    expect(shown('documents', 'Q16', { Q15: [0], Q03: 1, Q07: 2 })).toBeUndefined()
  })

  test('the ease of getting documents is asked of those who have one', () => {
    expect(shown('crossing', 'Q18', { Q17: [1] })).toBeDefined()
    expect(shown('crossing', 'Q18', { Q17: [0] })).toBeUndefined()
    expect(shown('crossing', 'Q18', { Q17: [96] })).toBeUndefined()
  })

  test('the usual crossing is rated by those who cross; its permit row is for the mainland to Hong Kong and Macao', () => {
    const rows = (answers: Answers) => {
      const view = shown('border', 'Q20', answers)
      return view?.type === 'matrix' ? view.rows.length : 0
    }
    expect(rows({ Q02: 3, Q03: 1, Q07: 2, Q19: 1 })).toBe(7)
    expect(rows({ Q02: 3, Q03: 2, Q07: 1, Q19: 4 })).toBe(6)
    expect(rows({ Q02: 4, Q03: 1, Q07: 2, Q19: 5 })).toBe(0)
    expect(rows({ Q02: 1, Q03: 1, Q07: 2 })).toBe(0)
  })

  test('the winter vacation is asked about only when the calendar has one, with its dates', () => {
    expect(shown('border', 'Q21', { Q02: 1 })).toBeUndefined()
    const view = shown('border', 'Q21', { Q02: 1 }, winter)
    expect(view?.text.en).toContain('(19 January to 24 February)')
    expect(view?.type === 'multi' && view.options.map((one) => one.label.en)).toEqual([
      'Before 15 February',
      '15 February to 23 February',
      'After 23 February',
      'Not at all',
      'Not sure',
    ])
  })

  test('the scheme most likely used is one of those known, never the decoy', () => {
    expect(offered('next', 'Q24', { Q02: 1, Q07: 2, Q23: [1, 6, 12] })).toEqual([1, 6, 0, 98])
    expect(offered('next', 'Q24', { Q02: 1, Q07: 2, Q23: [12] })).toEqual([])
    expect(offered('next', 'Q24', { Q02: 1, Q07: 2, Q23: [0] })).toEqual([])
    const named = shown('next', 'Q24', { Q02: 1, Q07: 2, Q23: [90], 'Q23.text': 'Blue Card' })
    expect(named?.type === 'single' && named.options[0]).toEqual({
      code: 90,
      label: alike('Blue Card'),
    })
  })

  test('where one goes afterwards leaves out the place of study and, for three homes, going back', () => {
    expect(offered('next', 'Q25', { Q02: 3, Q03: 1, Q07: 2, Q23: [0] })).toEqual([1, 2, 4, 5, 6, 7])
    expect(offered('next', 'Q25', { Q02: 3, Q03: 4, Q07: 1, Q23: [0] })).toEqual([1, 3, 4, 5, 8, 6, 7])
    expect(offered('next', 'Q25', { Q02: 3, Q03: 5, Q07: 7, Q23: [0] })).toEqual([1, 2, 3, 4, 5, 8, 6, 7])
    expect(shown('next', 'Q25', { Q02: 3, Q07: 2 })?.text.en).toBe('After graduating, where do you expect to be?')
    expect(shown('next', 'Q25', { Q02: 4, Q07: 2 })?.text.en).toBe('Where are you now, after graduating?')
  })

  test('none and other stay behind the shuffled options', () => {
    for (let n = 0; n < 20; n += 1) {
      const circumstances = { seed: `seed ${n}`, facts: {} }
      const view = pageView(studyAbroad, 'money', { Q02: 1 }, circumstances)
      const services = view.questions.find((one) => one.code === 'Q15')
      expect(services?.type === 'multi' && services.options.slice(-2).map((one) => one.code)).toEqual([0, 90])
    }
  })

  test('the attention row asks for one of its targets by the name on the scale', () => {
    const labels = new Set<string>()
    for (let n = 0; n < 20; n += 1) {
      const view = pageView(studyAbroad, 'factors', { Q02: 1 }, { seed: `seed ${n}`, facts: {} })
      const [factors] = view.questions
      const row = factors?.type === 'matrix' ? factors.rows.find((one) => one.code === 'AC') : undefined
      labels.add(row?.label.en ?? '')
    }
    expect([...labels].sort()).toEqual([
      'Please choose “Not at all important” on this row',
      'Please choose “Not very important” on this row',
    ])
  })
})

describe('age and consent', () => {
  const consents = (answers: Answers, facts: Facts) => {
    const view = see('start', answers, facts)
    return view.consents.map((consent) => consent.code)
  }
  const ending = (age: number, minimum: number) => {
    const next = nextPage(studyAbroad, { Q01: age, C0a: 1, C0d: 1 }, { seed: 'seed', facts: ageFacts(minimum) })
    return 'end' in next ? next.end : 'goes on'
  }

  test.each([
    [14, [1]],
    [15, [1, 2]],
    [18, [1, 2]],
    [19, [1, 2, 3]],
    [23, [1, 2, 3]],
    [24, [1, 2, 3, 4]],
    [29, [1, 2, 3, 4, 5]],
    [35, [1, 2, 3, 4, 5]],
  ])('with a minimum age of %i the bands %j end at once', (minimum, bands) => {
    expect(to(6).filter((age) => ending(age, minimum) === 'under_age')).toEqual(bands)
  })

  test('a study that says nothing about age admits nobody under 18', () => {
    const next = nextPage(studyAbroad, { Q01: 2, C0a: 1, C0d: 1 }, { seed: 'seed', facts: {} })
    expect(next).toEqual({ end: 'under_age' })
  })

  test('a minimum age that no band can show is refused', () => {
    for (const age of [13, 36, 17.5, Number.NaN]) expect(() => ageFacts(age)).toThrow(RangeError)
  })

  test('everyone is asked for consent, and about a recipient abroad only where there is one', () => {
    expect(consents({}, {})).toEqual(['C0a'])
    expect(consents({}, { recipient: 'A University', contact: 'a@example.org', purpose: 'analysis' })).toEqual([
      'C0a',
      'C0c',
    ])
  })

  test('the recipient, its contact and the purpose stand in the consent', () => {
    const facts = { recipient: 'A University', contact: 'a@example.org', purpose: 'analysis' }
    const [, abroad] = see('start', {}, facts).consents
    for (const language of languages) {
      for (const words of Object.values(facts)) expect(abroad?.text[language]).toContain(words)
    }
  })

  test("those of 14-17 need a guardian's tick where they are admitted", () => {
    expect(consents({ Q01: 2 }, ageFacts(14))).toContain('C0d')
    expect(consents({ Q01: 3 }, ageFacts(14))).not.toContain('C0d')
    const circumstances = { seed: 'seed', facts: ageFacts(14) }
    const without = checkPage(studyAbroad, 'start', {}, { Q01: ['2'], C0a: ['1'] }, circumstances)
    expect(without.ok ? [] : without.errors).toEqual([{ field: 'C0d', code: 'consent' }])
    const ticked = checkPage(studyAbroad, 'start', {}, { Q01: ['2'], C0a: ['1'], C0d: ['1'] }, circumstances)
    expect(ticked.ok).toBe(true)
  })

  test('the year of birth is not kept', () => {
    expect(questions.filter((one) => isAnswered(one) && one.draftOnly).map((one) => one.code)).toEqual(['Q30'])
  })
})
