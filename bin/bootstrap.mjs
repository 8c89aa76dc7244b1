#!/usr/bin/env node
// The way in for a machine that has nothing but some Node (20 or newer) and npm: installs what the lock file names when
// that is not what is installed, then hands over to the Node the project pins. Depends on nothing, not even on types.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Runs `work` while no other bootstrap in this folder does; a lock whose holder is dead is not one. */
const alone = (work) => {
  const lock = join(root, '.installing')
  for (let told = false; ; sleep(200)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0)
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true })
    else if (!told) console.log('另一个进程正在安装依赖，请稍候……')
    told = true
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** npm must not run on the Node it is about to replace, so the project's own programs leave the PATH. */
const install = () => {
  if (isInstalled()) return
  console.log('正在安装依赖（首次需要半分钟左右）……')
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter)
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH },
  })
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
const task = Object.hasOwn(tasks, name)
  ? tasks[name]
  : fail(`用法：node bin/bootstrap.mjs ${Object.keys(tasks).join('|')}`)
if (Number.parseInt(process.versions.node, 10) < 20) fail(`需要 Node 20 或更高版本，当前是 ${process.versions.node}。`)
if (!isInstalled()) alone(install)
const [file, ...given] = task
handOver([join(root, file), ...given, ...rest])
