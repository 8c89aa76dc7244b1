import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DEMO_PASSWORD } from '../server/demo/people.ts'
import { refuseDemo } from '../server/demo/refuseDemo.ts'
import { seedDemo } from '../server/demo/seed.ts'
import { openDirectoryStore } from '../server/evidence/directoryStore.ts'
import { openHouse } from '../server/house.ts'
import { readLaw } from '../server/law/readLaw.ts'
import { makeDataFolder } from '../server/store/data-folder.ts'
import { type FolderLock, lockFolder } from '../server/store/lock.ts'
import { openStore, type Store } from '../server/store/open.ts'
import { StartRefusal } from '../server/store/start-refusal.ts'
import { ensurePages } from './build.ts'
import type { Run } from './command.ts'
import { untilAskedToEnd } from './serve/ending.ts'
import { listen } from './serve/listen.ts'
import { readSettings, type Settings } from './serve/settings.ts'

/** `tidu serve`: the database, the pages, the server, until somebody ends it. */
export const serve: Run = async (args) => {
  const settings = readSettings(args, process.env)
  const ended = untilAskedToEnd(process.env.TIDU_END_WITH)
  makeDataFolder(settings.folder)
  const lock = settings.databaseUrl === undefined ? takeFolder(settings.folder) : undefined
  try {
    await run(settings, ended, lock)
  } finally {
    lock?.release()
  }
  return 0
}

const run = async (settings: Settings, ended: Promise<void>, lock: FolderLock | undefined): Promise<void> => {
  const store = await prepare(settings)
  process.once('exit', store.abandon)
  // Whoever ends a start half-way need not wait for it: the next one goes on from there.
  let started = false
  void ended.then(() => started || process.exit(130))
  try {
    const { mode, publicOrigin, trustProxy } = settings
    const logger = loggerOf(settings)
    const evidence = await openDirectoryStore(join(settings.folder, 'evidence'))
    const law = readLaw()
    const { db } = store
    if (mode === 'production') await refuseDemo(db)
    else await seedDemo({ db, evidence, law, wall: new Date().toISOString() }, console.log)
    const house = await openHouse({
      db,
      evidence,
      law,
      mode,
      publicOrigin,
      trustProxy: [...trustProxy],
      dist,
      logger,
    })
    started = true
    try {
      const address = await listen(house.app, settings.host, settings.port)
      lock?.announce(address)
      tell(settings, address)
      await ended
    } finally {
      await house.close()
    }
  } finally {
    await store.close()
    process.off('exit', store.abandon)
  }
}

const dist = join(dirname(import.meta.dirname), 'dist')

const takeFolder = (folder: string): FolderLock => {
  const lock = lockFolder(folder)
  if (!('heldBy' in lock)) return lock
  const { address, pid } = lock.heldBy ?? {}
  const where = address === undefined ? '正在启动中' : `访问地址 ${address}`
  throw new StartRefusal(
    `已有一个梯度在使用数据目录 ${folder}（${where}${pid === undefined ? '' : `，进程 ${pid}`}）。本次没有启动，也没有改动任何数据。`,
  )
}

/** The database and the pages need nothing of each other, and each takes seconds the first time. */
const prepare = async ({ folder, databaseUrl, migrationUrl }: Settings): Promise<Store> => {
  const options = { folder, url: databaseUrl, migrationUrl, onLost: (error: Error) => console.error(error.message) }
  const [store, pages] = await Promise.allSettled([openStore(options), ensurePages()])
  if (store.status === 'rejected') throw store.reason
  if (pages.status === 'fulfilled') return store.value
  await store.value.close()
  throw pages.reason
}

/** A production system's log belongs to whoever runs it; a demo's screen stays readable. */
const loggerOf = ({ mode, folder }: Settings) => {
  if (mode === 'production') return { level: 'info' }
  const file = join(folder, 'server.log')
  writeFileSync(file, '', { flag: 'a', mode: 0o600 })
  return { level: 'warn', file }
}

const tell = ({ mode, folder, databaseUrl }: Settings, address: string): void => {
  console.log(`\n梯度已启动：${address}`)
  console.log(`数据目录：${folder}${databaseUrl === undefined ? '' : '（数据库由 DATABASE_URL 指定）'}`)
  if (mode === 'demo') tellDemo()
  console.log('按 Ctrl+C 停止。')
}

/** Whom a visitor can be. */
const tellDemo = (): void => {
  const accounts = [
    ['企业（审核中）', 'qiye01@yanshi.example'],
    ['企业（填报中）', 'qiye23@yanshi.example'],
    ['企业（已公告）', 'qiye21@yanshi.example'],
    ['洛阳 经办', 'jingban@luoyang.yanshi.example'],
    ['洛阳 审批', 'shenpi@luoyang.yanshi.example'],
    ['洛阳 核查', 'hecha1@luoyang.yanshi.example'],
    ['洛阳 核查（第二人）', 'hecha2@luoyang.yanshi.example'],
    ['省厅 经办', 'jingban@sheng.yanshi.example'],
    ['省厅 审批', 'shenpi@sheng.yanshi.example'],
    ['系统管理员', 'xitong@guanli.yanshi.example'],
    ['安全管理员', 'anquan@guanli.yanshi.example'],
    ['审计员', 'shenji@guanli.yanshi.example'],
  ] as const
  console.log('演示模式：企业、人员和数据均为虚构，日期从 2026-09-01 开始。')
  console.log(`演示账号（密码均为 ${DEMO_PASSWORD}）：`)
  for (const [who, login] of accounts) console.log(`  ${who.padEnd(10, '　')}${login}`)
}
