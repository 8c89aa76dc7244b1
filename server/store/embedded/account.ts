import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync } from 'node:fs'
import { StartRefusal } from '../start-refusal.ts'

/**
 * As whom the database's programs run. PostgreSQL refuses to be root, so root lends it an unprivileged user, and where
 * that user may not pass (a closed home directory), one capability beside it.
 */
export interface Account {
  /** Words to put before a command line. */
  readonly prefix: readonly string[]
  readonly uid?: number
  readonly gid?: number
}

/** Decides the account for programs that must reach `paths` (directories to pass through, files to execute). */
export const accountFor = (paths: readonly string[]): Account => {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const user = unprivilegedUser()
  const plain: Account = { prefix: [], ...user }
  if (canPass(plain, paths)) return plain
  const capable: Account = { prefix: capabilityPrefix(user), ...user }
  if (canPass(capable, paths)) return capable
  throw new StartRefusal(
    `以 root 启动时，数据库由用户 ${user.name} 运行，但它进不了以下位置：${paths.join('、')}。` +
      `请换用普通用户启动，或用 TIDU_DATA 指定一个其上级目录对所有用户开放的数据目录（如 /var/lib/tidu）。`,
  )
}

/** Gives a file or directory made by us to the account. */
export const handOver = (account: Account, path: string): void => {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

/** The options with which Node starts a program under the account. */
export const commandOf = (account: Account, program: string, args: readonly string[]) => {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  const ids = account.prefix.length === 0 && account.uid !== undefined ? { uid: account.uid, gid: account.gid } : {}
  return { command, args: rest, ids }
}

const unprivilegedUser = (): { name: string; uid: number; gid: number } => {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = users.find(([name]) => name === wanted) ?? []
    if (name !== undefined && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new StartRefusal(
    '以 root 启动时需要一个普通用户来运行数据库，但本机没有 postgres 或 nobody。请换用普通用户启动。',
  )
}

const capabilityPrefix = ({ uid, gid }: { uid: number; gid: number }): string[] => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  // Without it access(2), by which the programs look for each other, pays the capability no heed.
  '--securebits=+no_setuid_fixup',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
  '--',
]

const canPass = (account: Account, paths: readonly string[]): boolean =>
  paths.every((path) => {
    const { command, args, ids } = commandOf(account, 'test', ['-x', path])
    return spawnSync(command, args, { ...ids, cwd: '/', stdio: 'ignore' }).status === 0
  })
