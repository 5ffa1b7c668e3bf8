/** A property that fails has been noticed: no need to find its smallest example, nor to try a hundred. */
import fc from 'fast-check'

fc.configureGlobal({ numRuns: 5, endOnFailure: true })
