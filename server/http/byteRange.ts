/**
 * The one part of a document a request asks for (RFC 9110, 14.2), from `from` to before `to`; undefined for the whole.
 * Several parts at once, other units, malformed wishes and conditional ones (`If-Range`; we give no validators) are
 * answered with the whole, as the standard allows.
 */
export const byteRange = (
  headers: { readonly range?: string | undefined; readonly 'if-range'?: string | string[] | undefined },
  length: number,
): { readonly from: number; readonly to: number } | 'unsatisfiable' | undefined => {
  const wish = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '')
  if (!wish || headers['if-range'] !== undefined) return undefined
  const [, first = '', last = ''] = wish
  if (first === '' && last === '') return undefined
  if (first === '') {
    const suffix = Math.min(Number(last), length)
    return suffix === 0 ? 'unsatisfiable' : { from: length - suffix, to: length }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return undefined
  if (from >= length) return 'unsatisfiable'
  return { from, to: last === '' ? length : Math.min(Number(last) + 1, length) }
}
