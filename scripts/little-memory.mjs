/**
 * What production asks of node and of the system for memory, as variables of the environment: `deploy/honorarium.service` and the
 * Dockerfile say the same, `npm start` sets it where it is not set, and what the bench starts has it. Few arenas for threads; and
 * for new objects 8 MB in each half: docs/benchmarks/submissions.md says what else was tried.
 */
export const littleMemory = { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=8' }
