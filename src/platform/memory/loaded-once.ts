/**
 * A module that is loaded when it is first needed, so that a start evaluates none of it. What it came as is kept: asking
 * for a module again takes longer than opening a short text.
 * @param load an `import()` of a path that is written out, which a bundler follows
 */
export function loadedOnce<Module>(load: () => Promise<Module>): () => Promise<Module> {
  let loaded: Promise<Module> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
