import { randomBytes, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Refusal } from '../regime/kernel/errors.ts'
import { provision } from '../server/identity/provision.ts'
import { makeDataFolder } from '../server/store/data-folder.ts'
import { lockFolder } from '../server/store/lock.ts'
import { openStore, type Store } from '../server/store/open.ts'
import type { Run } from './command.ts'
import { readSettings } from './serve/settings.ts'

const usage = `用法：
  tidu admin create-administrator --login 账号 --name 姓名 --office system|security|auditor
  tidu admin create-officer --login 账号 --name 姓名 --authority 主管部门代码 --role handler|approver|verifier|leader（可重复）
  tidu admin reset-password --login 账号`

const options = {
  login: { type: 'string' },
  name: { type: 'string' },
  office: { type: 'string' },
  authority: { type: 'string' },
  role: { type: 'string', multiple: true },
} as const

const acts = {
  'create-administrator': provision.createAdministrator,
  'create-officer': provision.createOfficer,
  'reset-password': provision.resetPassword,
} as const

const parse = (args: readonly string[]): { act: keyof typeof acts; given: object } | undefined => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [act] = positionals
    if (positionals.length !== 1 || act === undefined || !Object.hasOwn(acts, act)) return undefined
    const { role, ...rest } = values
    return { act: act as keyof typeof acts, given: { ...rest, ...(role && { roles: role }) } }
  } catch {
    return undefined
  }
}

/** `tidu admin`: makes the first accounts, or a new initial password, for whoever holds the machine. */
export const admin: Run = async (args) => {
  const asked = parse(args)
  if (!asked) {
    console.error(usage)
    return 2
  }
  return withStore(async (store) => {
    const at = {
      wall: new Date().toISOString(),
      newId: () => randomUUID(),
      random: (length: number) => new Uint8Array(randomBytes(length)),
    }
    try {
      const { initialPassword } = await acts[asked.act](store.db, at, asked.given)
      console.log(`初始密码（只显示这一次，首次登录须修改）：${initialPassword}`)
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const fields = (error.details?.fields ?? []) as readonly { pointer: string; message: string }[]
      const named = fields.map(
        ({ pointer, message }) => `  --${pointer.slice(1).replace(/^roles.*/, 'role')}：${message}`,
      )
      console.error([error.message, ...named].join('\n'))
      return 2
    }
  })
}

/** The database, whether a tidu is running over it or not; one that is running keeps its embedded server. */
const withStore = async (work: (store: Store) => Promise<number>): Promise<number> => {
  const { folder, databaseUrl, migrationUrl } = readSettings([], process.env)
  makeDataFolder(folder)
  const lock = databaseUrl === undefined ? lockFolder(folder) : undefined
  const running = lock !== undefined && 'heldBy' in lock
  const store = await openStore({ folder, url: databaseUrl, migrationUrl })
  try {
    return await work(store)
  } finally {
    await (running ? store.db.destroy() : store.close())
    if (lock && 'release' in lock) lock.release()
  }
}
