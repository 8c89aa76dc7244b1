/** A page of this site to go on to: never another host, whatever the address bar says. Undefined for anything else. */
export const localPath = (next: string | null): string | undefined => {
  if (!next?.startsWith('/')) return undefined
  try {
    const url = new URL(next, 'http://tidu.invalid')
    return url.origin === 'http://tidu.invalid' ? `${url.pathname}${url.search}` : undefined
  } catch {
    return undefined
  }
}
