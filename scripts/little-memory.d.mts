export const littleMemory: { MALLOC_ARENA_MAX: string; NODE_OPTIONS: string }
