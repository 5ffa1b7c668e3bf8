/** Imports that cross a wall today. The list only shrinks; tidy.test.ts fails when one of them is mended and still stands here. */
export const knownBreaches: readonly string[] = []
