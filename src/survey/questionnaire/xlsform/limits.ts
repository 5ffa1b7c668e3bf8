/** How much a form may hold. The largest that were seen have a tenth of it. */

/** Bytes of the file, of either kind. */
export const mostFormBytes = 1_048_576
/** Bytes of everything inside a workbook, once unpacked. */
export const mostUnpackedBytes = 16 * 1_048_576
/** Rows of a sheet, its headers among them. */
export const mostFormRows = 2_000
/** Columns of a sheet. */
export const mostColumns = 200
/** Characters of all conditions, a filter counted for each choice. */
export const mostExpressions = 200_000
/** Options of all questions, and rows of all tables. */
export const mostOptions = 20_000
/** Faults that are told of a questionnaire that is not finished. A form in one language lacks each text twice. */
export const mostFaults = 2_000
