/** How names are compared in searches: one width, one case, no spaces, so that （河南） finds (河南). */
export const searchForm = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** A pattern for `like` that finds `text` anywhere and nothing else: the wildcards in it stand for themselves. */
export const containing = (text: string): string => `%${searchForm(text).replace(/[\\%_]/g, '\\$&')}%`
