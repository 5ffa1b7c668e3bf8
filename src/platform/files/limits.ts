/**
 * How much any file from outside may hold. Every reader is linear in what it reads, and stops at the first of these that
 * is passed, with the line at which it was: no file takes more time or memory than so much comes to. Each is far above
 * what was seen of any real one.
 */

/** Bytes of a statement, as it is uploaded. */
export const largestStatement = 48 * 1_048_576
/** Bytes of a workbook, which is held whole while its rows are read one by one. */
export const largestWorkbook = 24 * 1_048_576
/** Bytes of a file of results. */
export const largestResults = 8 * 1_048_576
/** Bytes of everything inside a workbook of results, all of which is in memory at once. */
export const largestUnpackedResults = 32 * 1_048_576

/** Bytes of everything inside a packed statement. */
export const largestUnpacked = 200 * 1_048_576
/** Files inside. */
export const mostFiles = 100
/** Members of a gzip: a program that packs in blocks makes one of each 64 KiB, 3,200 of as much as may come out. */
export const mostMembers = 4_000
/** Unpacked bytes for each packed one. Tables of the same lines over and over reach 100. */
export const highestRatio = 200
/** Below so many bytes the ratio says nothing. */
export const smallUnpacked = 1_048_576

/** Bytes that one step of reading takes, or hardly more: what it does before anything else has its turn. */
export const bytesOfAStep = 4 * 1_048_576

/** Rows, elements or objects that one step takes, or hardly more, whatever they come to: so many take a second. */
export const recordsOfAStep = 20_000
/** Bytes that one step of unpacking keeps. The next one unpacks what is kept again, and goes on behind it. */
export const unpackedOfAStep = 64 * 1_048_576

/** Elements or objects within one another. No message has half as many. */
export const deepest = 64
/** Characters of one text, attribute, comment, cell or row. */
export const longestText = 65_536
/** Bytes of one object of a JSON, and of all that stands around its list. */
export const longestObject = 262_144
/** Elements, texts and the like within one transaction or one field of a statement. */
export const mostNodesOfAUnit = 10_000
/** The same in all of a statement: 100,000 bookings as the simulation writes them have three to five million. */
export const mostNodes = 10_000_000
/** The same in a report on payments, which is held whole. */
export const mostNodesOfAReport = 1_000_000
/** Attributes of one element. */
export const mostAttributes = 100
/** Accounts in one statement. */
export const mostSections = 1_000
/** Balances of one account, and fields of one booking beside its transactions. */
export const mostFields = 1_000
/** Lines of which is remembered what names them, to tell those apart that say the same; and as many of those before. */
export const mostNamesakes = 50_000
/** Rows of a table, or objects of a list. */
export const mostRows = 2_000_000
/** Cells of one row. */
export const mostCells = 1_000
