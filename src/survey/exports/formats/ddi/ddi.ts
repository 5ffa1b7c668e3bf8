/** DDI-Codebook 2.5: what a file of answers holds, as data archives read it. */

import { languages, type Text } from '../../../../../schema/questionnaire.ts'
import { type Element, element, xmlDocument } from '../../../../platform/files/xml/write.ts'
import { booksZone, dayOf } from '../../../../platform/time/zone.ts'
import type { Dictionary } from '../../../variables/variable.ts'
import { countRecords, type RecordCounts } from '../count.ts'
import type { ExportFormat, WriteOptions } from '../format.ts'
import { inLanguages } from './in-languages.ts'
import { groupElements, variableElements } from './variables.ts'

export const ddi: ExportFormat = {
  id: 'ddi',
  extension: 'xml',
  mediaType: 'application/xml',
  permission: 'responses.export',
  hasLanguage: false,
  byRecord: false,
  saysStudy: true,
  countsOnly: true,
  async *write(dictionary, batches, options) {
    yield ddiCodebook(dictionary, await countRecords(dictionary, batches), options)
  },
}

/** The study that a codebook describes, and when it was made. */
type Described = Pick<WriteOptions, 'title' | 'organiser' | 'about' | 'at'>

/** The document; valid against `codebook.xsd` of DDI-Codebook 2.5, whose order of elements it keeps. */
function ddiCodebook(dictionary: Dictionary, counted: RecordCounts, study: Described): string {
  return xmlDocument(
    element(
      'codeBook',
      [
        docDscr(study),
        stdyDscr(study, dictionary, counted),
        fileDscr(dictionary, counted),
        element('dataDscr', [...groupElements(dictionary), ...variableElements(dictionary, counted)]),
        ...questionnaires(dictionary),
      ],
      { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'en' },
    ),
  )
}

function titleStatement(title: Text, format = (text: string) => text): Element {
  const [main, ...others] = languages
  return element('titlStmt', [
    element('titl', format(title[main]), { 'xml:lang': main }),
    ...others.map((language) => element('parTitl', format(title[language]), { 'xml:lang': language })),
  ])
}

const producedBy = ({ organiser, at }: Described, ...more: Element[]) =>
  element('prodStmt', [
    ...inLanguages('producer', organiser),
    element('prodDate', dayOf(booksZone, at), { date: dayOf(booksZone, at) }),
    ...more,
  ])

function docDscr(study: Described): Element {
  return element('docDscr', [
    element('citation', [
      titleStatement(study.title, (title) => `${title}: codebook`),
      producedBy(study, element('software', 'Honorarium')),
    ]),
  ])
}

function stdyDscr(study: Described, { variables }: Dictionary, { days }: RecordCounts): Element {
  const { title, organiser, about } = study
  const consents = variables.filter(({ column }) => column?.kind === 'consent')
  return element('stdyDscr', [
    element('citation', [
      titleStatement(title),
      element('rspStmt', inLanguages('AuthEnty', organiser)),
      producedBy(study),
    ]),
    element('stdyInfo', [
      ...inLanguages('abstract', about?.why ?? null),
      element('sumDscr', [
        ...(days === null ? [] : [collected('start', days.first), collected('end', days.last)]),
        element('anlyUnit', 'Individual'),
        ...inLanguages('universe', about?.forWhom ?? null),
        element('dataKind', 'Survey data'),
      ]),
    ]),
    element('method', [
      element('dataColl', [
        element('timeMeth', 'Cross-section'),
        element('sampProc', 'Not a probability sample: people came by an open link or by a personal invitation.'),
        element('collMode', 'Self-administered questionnaire: web-based (CAWI)'),
        element('resInstru', 'Structured questionnaire'),
      ]),
    ]),
    ...consents.flatMap(({ label }) => inLanguages('notes', label, { type: 'consent' })),
  ])
}

const collected = (event: 'start' | 'end', date: string) => element('collDate', date, { event, date })

/** The file of codes that is made of the same responses. */
function fileDscr({ variables }: Dictionary, { records }: RecordCounts): Element {
  const text = element('fileTxt', [
    element('dimensns', [element('caseQnty', String(records)), element('varQnty', String(variables.length))]),
    element('fileType', 'text/csv; charset=utf-8'),
  ])
  return element('fileDscr', [text], { ID: 'F1' })
}

function questionnaires({ variables }: Dictionary): Element[] {
  const versions = new Set(variables.flatMap(({ wordings }) => wordings.map(({ version }) => version)))
  return [...versions].map((version) =>
    element('otherMat', [element('labl', `Questionnaire, version ${version}`)], {
      type: 'questionnaire',
      level: 'study',
    }),
  )
}
