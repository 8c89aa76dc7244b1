// Whose things this browser keeps. In localStorage because every page has to know at once, before any database opens.

const KEY = 'tidu-kept-for'

/** The person whose notes or pages this browser keeps; undefined when it keeps nothing. */
export const keptFor = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Says from now on whose things are kept; `undefined`: nobody's. */
export const keepFor = (person: string | undefined): void => {
  try {
    if (person === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, person)
  } catch {
    // A browser that stores nothing keeps nothing either.
  }
}
