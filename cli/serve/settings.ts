import { parseArgs } from 'node:util'
import { dataFolder } from '../../server/store/data-folder.ts'
import { StartRefusal } from '../../server/store/start-refusal.ts'

/** How this tidu is to run: from its arguments and its environment, nowhere else. */
export interface Settings {
  readonly mode: 'demo' | 'production'
  readonly folder: string
  readonly host: string
  /** The port asked for; without one it is 4173 or the next that is free. */
  readonly port: number | undefined
  /** The address people use, e.g. https://tidu.example.gov.cn. */
  readonly publicOrigin: string | undefined
  /** Addresses of the proxies in front, whose word on the caller's address is taken. */
  readonly trustProxy: readonly string[]
  readonly databaseUrl: string | undefined
  readonly migrationUrl: string | undefined
}

/** Reads the settings; refuses, naming the setting, what would not work or would not be safe. */
export const readSettings = (args: readonly string[], env: NodeJS.ProcessEnv): Settings => {
  const { production, port, host } = parse(args)
  const settings: Settings = {
    mode: production ? 'production' : 'demo',
    folder: dataFolder(env),
    host,
    port: port === undefined ? undefined : portOf(port),
    publicOrigin: env.TIDU_ORIGIN ? originOf(env.TIDU_ORIGIN) : undefined,
    trustProxy: (env.TIDU_TRUST_PROXY ?? '').split(',').filter((address) => address !== ''),
    databaseUrl: env.DATABASE_URL || undefined,
    migrationUrl: env.DATABASE_MIGRATION_URL || undefined,
  }
  if (settings.migrationUrl !== undefined && settings.databaseUrl === undefined)
    throw new StartRefusal('设置了 DATABASE_MIGRATION_URL，但没有 DATABASE_URL。')
  if (production) demandSafe(settings)
  return settings
}

const parse = (args: readonly string[]) => {
  try {
    const options = { production: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } } as const
    const { production = false, port, host = '127.0.0.1' } = parseArgs({ args: [...args], options }).values
    return { production, port, host }
  } catch {
    throw new StartRefusal('用法：tidu serve [--port 端口] [--host 地址] [--production]')
  }
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new StartRefusal(`--port 应为 0 至 65535 的整数（0 表示任选），当前是“${text}”。`)
}

const originOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  throw new StartRefusal(`TIDU_ORIGIN 应为访问地址，如 https://tidu.example.gov.cn，当前是“${text}”。`)
}

/** Session cookies of a production system travel over HTTPS only, so it has to know that it is reached that way. */
const demandSafe = ({ publicOrigin }: Settings): void => {
  if (publicOrigin === undefined)
    throw new StartRefusal('正式运行（--production）须用 TIDU_ORIGIN 写明访问地址，如 https://tidu.example.gov.cn。')
  if (!publicOrigin.startsWith('https://'))
    throw new StartRefusal(`正式运行（--production）的访问地址须为 https，当前是 ${publicOrigin}。`)
}
