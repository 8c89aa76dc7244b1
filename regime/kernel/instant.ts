import { dayInShanghai } from './day.ts'

/** An instant as officials read it, in Asia/Shanghai: 2026-09-01 10:41. Takes ISO 8601 in UTC. */
export const instantText = (instant: string): string => {
  if (instant === '') return ''
  const hour = (Number(instant.slice(11, 13)) + 8) % 24
  return `${dayInShanghai(instant)} ${String(hour).padStart(2, '0')}:${instant.slice(14, 16)}`
}
