import { loadStandards } from '../standards/load.ts'
import type { Run } from './command.ts'

const usage = '用法：tidu standards [--json]'

/** `tidu standards`: every standard with its title and the days it is in force. */
export const standards: Run = async (args) => {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  if (args.some((arg) => arg !== '--json')) {
    console.error(usage)
    return 2
  }
  const listed = loadStandards().map(({ id, edition, definition: { title, inForce } }) => ({
    id,
    title,
    ...inForce,
    edition,
  }))
  if (args.includes('--json')) console.log(JSON.stringify(listed))
  else {
    const width = Math.max(...listed.map(({ id }) => id.length))
    for (const { id, title, from, to } of listed)
      console.log(`${id.padEnd(width)}  ${from} 起${to === null ? '' : `，${to} 止`}  ${title}`)
  }
  return 0
}
