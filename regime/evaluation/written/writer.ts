/** Lines of code and the parts of the standard they point at, each looked up once when the module is bound. */
export interface Writer {
  readonly fixed: string[]
  readonly lines: string[]
  /** Name of a part of the standard, by its path below `definition`. */
  part(path: string): string
}

/** An empty module. */
export const newWriter = (): Writer => {
  const fixed: string[] = []
  const lines: string[] = []
  const names = new Map<string, string>()
  return {
    fixed,
    lines,
    part: (path) => {
      const known = names.get(path)
      if (known) return known
      const name = `p${names.size}`
      names.set(path, name)
      fixed.push(`const ${name} = ${path}`)
      return name
    },
  }
}
