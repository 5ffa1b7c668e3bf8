/** What makes a file of a kind out of records. A new kind is one file or folder here and a line in `index.ts`. */
import type { FilesMessages } from '../../../../messages/generated/insights/files.ts'
import type { Language, Text } from '../../../../schema/questionnaire.ts'
import type { Database, Query } from '../../../platform/db/together.ts'
import type { Permission } from '../../../staff/permissions/permissions.ts'
import type { StudyAbout } from '../../studies/study.ts'
import type { Dictionary, Value } from '../../variables/variable.ts'

/** Some responses that were read at once, in the order of the file. */
export interface RecordBatch {
  /** Each with a value for each variable of the dictionary; the first is the export's own reference of the response. */
  records: readonly (readonly Value[])[]
  /** Whose each of them is, for formats whose rows stand in other tables. Never written. */
  respondents: readonly string[]
}

export interface WriteOptions {
  /** The language of labels; null for a format without words. */
  language: Language | null
  /** The study's title. */
  title: Text
  /** Who asks. */
  organiser: Text
  /** Whom it asks, and why; null where its settings do not say. */
  about: StudyAbout | null
  /** When the export was asked for (ISO 8601, UTC): the only instant that may stand in the file, so that it can be made again. */
  at: string
  /** How many records there are in all. */
  count: number
  /** Goes on behind records that are written already: there is no head. Only for formats that are `byRecord`. */
  isContinued: boolean
  db: Database
}

type Dashed<Key extends string> = Key extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : Key

/** The responses that a file can have: those in so many places of a version's data. */
export interface PlacesOf {
  studyId: string
  dataVersion: string
  places: number
}

export interface ExportFormat {
  /** As it is stored and stands in addresses; it never changes. Its name in the catalogue has `_` for `-`. */
  id: Dashed<keyof FilesMessages['formats']>
  /** Without its dot. */
  extension: string
  mediaType: string
  /** What whoever takes such a file away needs. */
  permission: Permission
  /** Whether it has words of one language, which is chosen. */
  hasLanguage: boolean
  /**
   * Whether it is its head, then one piece for each batch that depends on nothing before it: then it can be gone on with from
   * any batch. Such a format yields its head alone first, and exactly one piece a batch, be it empty; nothing follows.
   */
  byRecord: boolean
  /** Whether it is always of everybody who ended, in every version, because a filter of answers would say whose a row is. */
  isOfEverybody?: true
  /** Whether the study's title, who asks or what about stands in it: one that has none of them stays as it is when they change. */
  saysStudy?: true
  /** Whether it only tells what the records hold: a small file, however many they are. */
  countsOnly?: boolean
  /**
   * What becomes of weights: programs weight by the file as soon as it is open, or have to be told in Stata's way, or it has
   * none. Where it is not told, they are a column as any other; a format that `countsOnly` counts without them.
   */
  weights?: 'applied' | 'stata' | 'none'
  /**
   * Raised whenever it writes other bytes of the same data; 1 where it is not told. A file from before is then said to have
   * changed, rather than promised a length and a hash that it no longer has.
   */
  revision?: number
  /**
   * Of a format whose rows stand in other tables than its responses: a few figures that are others when these rows are, so
   * that it is known whether a file is still what it was.
   */
  decidedBy?(of: PlacesOf): Query<object>
  /** Of a format that has little room for labels: the variables of which one is not there in full, by their names. */
  cut?(dictionary: Dictionary, language: Language): string[]
  /**
   * The file piece by piece, the same bytes whenever it is called with the same: no clock, no chance, no order of its own.
   * Memory stays flat: a batch is forgotten when its piece is out. A format that needs to know more than `count` beforehand
   * goes through the batches more than once: each time, they are read anew.
   */
  write(
    dictionary: Dictionary,
    batches: AsyncIterable<RecordBatch>,
    options: WriteOptions,
  ): AsyncGenerator<Uint8Array | string>
}
