/** Whole forms as other programs have them: what becomes of each cell that has no like here. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as forms name an answer
import { describe, expect, test } from 'vitest'
import { readXlsForm } from '../../../../src/survey/questionnaire/xlsform/reading/read-form.ts'
import { read, sheet } from './form.ts'

const leftOutLines = ({ leftOut }: ReturnType<typeof read>) =>
  leftOut.map(({ sheet: of, cell, what, why }) => `${of}!${cell} ${what}: ${why}`)

describe('a form', () => {
  test('of a household roster, with repeats, calculations and a language that is not ours', () => {
    const found = read({
      survey: `
        | type           | name   | label:English | label:Luganda | relevance | constraint | appearance | repeat_count | calculation | constraint message |
        | text audit     | audit  |                                     |         |                |                         |         |            |                                          |         |
        | begin repeat   | member | Member                              | Omuntu  |                |                         |         | \${count}  |                                          |         |
        | text           | who    | Name of member                      | Erinnya |                |                         |         |            |                                          |         |
        | integer        | age    | Age of \${who}                      | Emyaka  |                | . >= 0 and . <= 120     |         |            |                                          | Too old |
        | select_one rel | rel    | Is \${who} with \${indexed-repeat(\${who}, \${member}, 1)}? | | \${age} >= 18 |        | minimal |            |                                          |         |
        | end repeat     | member |                                     |         |                |                         |         |            |                                          |         |
        | calculate      | adults |                                     |         |                |                         |         |            | count-if(\${member}, \${age} > 17)       |         |
        | note           | sum    | You have \${adults} adults          |         | \${adults} > 0 |                         |         |            |                                          |         |`,
      choices: `
        | list_name | value | label:English | label:Luganda | filter |
        | rel       | 1     | Child         | Omwana        | a      |
        | rel       | -88   | Refused       |               |        |`,
      settings: '| form_title | version | default_language |\n| Roster | 7 | English |',
    })
    expect(found.pages[2].questions[0]).toMatchObject({
      text: { en: 'Is {Who} with …?' },
      when: { q: 'Age', min: 18 },
      options: [{ code: 1 }, { code: -88 }],
    })
    expect(leftOutLines(found)).toEqual([
      'survey!A2 text audit audit: device',
      'survey!A3 member: repeat',
      'survey!A8 calculate adults: calculation',
      'survey!C6 ${member}: reference',
      'survey!C6 ${indexed-repeat({Who}, …, 1)}: reference',
      'survey!E9 ${adults} > 0: condition',
      'survey!C9 ${adults}: reference',
      'survey!D1 label:Luganda: language',
      'survey!J1 constraint message: message',
      'survey!G6 minimal: appearance',
      'choices!D1 label:Luganda: language',
      'choices!E1 filter: column',
      'settings!B1 version: setting',
    ])
  })

  test('with pictures, words for staff, lists in files, and counts of picks', () => {
    const found = read({
      survey: `
        | type                           | name  | label         | guidance_hint | required | required_message | media::image | relevant                        | choice_filter    | parameters              | appearance   |
        | select_multiple land           | lands | Which?        | For staff     | true()   | Needed           | a.png        |                                 |                  |                         | columns-2    |
        | select_one town or_other       | town  | Town          |               | yes      |                  |              | count-selected(\${lands}) > 0   | land = \${lands} |                         | autocomplete |
        | select_one_from_file shops.csv | shop  | Shop          |               |          |                  |              |                                 |                  |                         |              |
        | range                          | rate  | Rate          |               |          |                  |              | not(selected(\${lands}, 'mo'))  |                  | start=0 end=100 step=10 |              |
        | image                          | pic   | Picture       |               |          |                  |              |                                 |                  |                         |              |
        | text                           | why   | Why \${shop}? |               |          |                  |              | count-selected(\${lands}) >= 2  |                  |                         |              |`,
      choices: `
        | list_name | name | label | land |
        | land      | hk   | HK    |      |
        | land      | mo   | MO    |      |
        | town      | st   | ST    | hk   |
        | town      | tp   | TP    | mo   |`,
    })
    const [town, rate] = found.pages[1].questions
    expect(town).toMatchObject({
      when: { q: 'Lands', answered: true },
      options: [{ when: { q: 'Lands', only: [1] } }, { when: { q: 'Lands', only: [2] } }, { detail: 'text' }],
    })
    expect(rate).toMatchObject({ when: { not: { q: 'Lands', in: [2] } }, min: 0, max: 100 })
    expect(leftOutLines(found)).toEqual([
      'survey!A4 select_one_from_file shops.csv shop: external',
      'survey!A6 image pic: media',
      'survey!J5 start=0 end=100 step=10: decimal',
      'survey!H7 count-selected(${lands}) >= 2: condition',
      'survey!C7 ${shop}: reference',
      'survey!D1 guidance_hint: column',
      'survey!F1 required_message: message',
      'survey!G1 media::image: media',
      'survey!K2 columns-2: appearance',
      'survey!K3 autocomplete: appearance',
    ])
  })

  test('of a phone survey, drawn with HTML, with numbers that stand for no answer', () => {
    const found = read({
      survey: `
        | type             | name    | label                                                      | relevant            | constraint                          | default | required |
        | caseid           |         |                                                            |                     |                                     |         |          |
        | note             | intro   | <table><tr><td>Name</td><td>\${pl_name}</td></tr></table>  |                     |                                     |         |          |
        | select_one yn    | reached | <b>Did</b> you **reach** them?                             |                     |                                     | yes     | 1        |
        | integer          | minutes | How long?                                                  | \${reached} = 'yes' | (. >= 0 and . <= 90) or . = -888    |         | 1        |
        | sensor_statistic loud | loud |                                                          |                     |                                     |         |          |`,
      choices: '| list_name | name | label |\n| yn | yes | Yes |\n| yn | no | No |',
    })
    expect(found.pages[0].questions).toMatchObject([
      { text: { en: 'Name …' } },
      { text: { en: 'Did you reach them?' } },
    ])
    expect(found.pages[1].questions).toMatchObject([{ min: 0, max: 90, when: { q: 'Reached', in: [1] } }])
    expect(leftOutLines(found)).toEqual([
      'survey!A2 caseid: device',
      'survey!A6 sensor_statistic loud loud: device',
      'survey!C3 <table><tr><td>Name</td><td>${pl_name}</td></tr></table>: markup',
      'survey!C3 ${pl_name}: reference',
      'survey!C4 <b>Did</b> you **reach** them?: markup',
      'survey!E5 (. >= 0 and . <= 90) or . = -888: constraint',
      'survey!F1 default: default',
    ])
  })

  test('in German alone, with a choice that is not on its list and two answers compared', () => {
    const found = read({
      survey: `
        | type              | name    | label::Deutsch (de) | hint::Deutsch (de) | relevant               |
        | select_multiple g | g       | Wer?                | Mehrere            |                        |
        | text              | g_other | Sonstiges           |                    | selected(\${g}, 'other') |
        | integer           | a       | Alter vorher        |                    |                        |
        | integer           | b       | Alter nachher       |                    | \${a} != \${g}         |`,
      choices: '| list_name | name | label::Deutsch (de) |\n| g | x | X |\n| g | y | Y |',
      settings: '| form_title | style |\n| Umfrage | pages |',
    })
    expect(found.added).toContainEqual({ code: 'language', values: { language: 'Deutsch (de)' } })
    expect(found.pages[0].questions[0]).toMatchObject({ text: { en: 'Wer?' }, hint: { en: 'Mehrere' } })
    expect(leftOutLines(found)).toEqual([
      "survey!E3 selected(${g}, 'other'): condition",
      'survey!E5 ${a} != ${g}: condition',
      'settings!B1 style: setting',
    ])
  })

  test('with several things wrong is refused with all of them', () => {
    const found = readXlsForm(
      [
        sheet(
          'survey',
          `| type | name | label |
           | select_one nowhere | a | A |
           | country | b | B |
           | begin group | g | G |
           | text | | C |`,
        ),
        sheet('choices', '| list_name | name | label |\n| l | x | X |\n| l | x | Y |\n| | z | Z |'),
      ],
      'A form',
    )
    const faults = 'faults' in found ? found.faults : []
    expect(faults.map(({ sheet: of, cell, code }) => `${of}!${cell} ${code}`).sort()).toEqual([
      'choices!A4 no_list_named',
      'choices!B3 choice_twice',
      'survey!A2 no_list',
      'survey!A3 unknown_type',
      'survey!A4 not_closed',
      'survey!B5 no_name',
    ])
  })
})
