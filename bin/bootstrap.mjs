#!/usr/bin/env node
// The way in for a machine that has nothing but some Node (20 or newer) and npm: installs what the lock file names when
// that is not what is installed, then hands over to the Node the project pins. Depends on nothing, not even on types.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binaries = join(root, 'node_modules', '.bin')

const tasks = {
  start: ['cli/main.ts', 'serve'],
  build: ['cli/main.ts', 'build'],
  tidu: ['cli/main.ts'],
  test: ['bin/test.ts'],
  'test:long': ['bin/test.ts', '--long'],
  check: ['bin/test.ts', '--check'],
  bench: ['bench/main.ts'],
  articles: ['docs/articles/write.ts'],
}

const fail = (message) => {
  console.error(message)
  process.exit(1)
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Whether npm's own record of what it installed has every package of the lock file that this platform needs. */
const isInstalled = () => {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (installed === undefined) return false
  const locked = Object.entries(readJson(join(root, 'package-lock.json')).packages)
  return locked.every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found === undefined ? optional === true : found.version === version
  })
}

/**
 * Installs, unless somebody else does at this moment: then waits for them. The lock is the kernel's (flock), held by the
 * installing processes themselves, so it outlives us if we are killed, and never them. npm must not run on the Node it
 * is about to replace: the project's own programs leave the PATH.
 */
const install = () => {
  console.log('正在安装依赖（首次需要半分钟左右）……')
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter)
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } }
  const command = 'node bin/bootstrap.mjs installed || npm ci --include=dev --include=optional --loglevel=error'
  const hasFlock = spawnSync('flock', ['--version'], { ...options, stdio: 'ignore' }).status === 0
  const { status, error } = hasFlock
    ? spawnSync('flock', ['.installing', 'sh', '-c', command], options)
    : spawnSync('sh', ['-c', command], options)
  if (error) fail(`无法运行 npm：${error.message}`)
  if (status !== 0) fail('依赖安装失败，原因见上。请检查网络或 npm 源后重试。')
}

/** npm, and the shell it may have put between itself and us. */
const ancestors = () => {
  try {
    const [, command, parent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').match(/\((.*)\) \S (\d+)/s)
    return /^(sh|dash|bash|ash)$/.test(command) ? [process.ppid, Number(parent)] : [process.ppid]
  } catch {
    return [process.ppid]
  }
}

const handOver = (args) => {
  const node = join(binaries, 'node')
  if (!existsSync(node))
    fail(`本机（${process.platform}-${process.arch}）没有本项目所需的 Node，目前支持 Linux 与 macOS。`)
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` }
  // Killing `npm start` kills npm alone; what it started watches these and ends with them.
  if (process.env.npm_lifecycle_event === 'start') env.TIDU_END_WITH = [process.pid, ...ancestors()].join(',')
  const child = spawn(node, args, { stdio: 'inherit', env })
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128)
  })
}

const [name = '', ...rest] = process.argv.slice(2)
if (Number.parseInt(process.versions.node, 10) < 20) fail(`需要 Node 20 或更高版本，当前是 ${process.versions.node}。`)
if (name === 'installed') process.exit(isInstalled() ? 0 : 1)
const task = Object.hasOwn(tasks, name)
  ? tasks[name]
  : fail(`用法：node bin/bootstrap.mjs ${Object.keys(tasks).join('|')}`)
if (!isInstalled()) install()
const [file, ...given] = task
handOver([join(root, file), ...given, ...rest])
