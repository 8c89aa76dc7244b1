#!/usr/bin/env node
// Completes package-lock.json after `npm install`. npm leaves out the optional packages of other platforms that the
// registry at hand does not carry, and `npm ci` then refuses the file everywhere. Each gets an entry by name and
// version alone; `resolved` goes, so that no registry's address is written down. Running it twice changes nothing.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const before = readFileSync(file, 'utf8')
const lock = JSON.parse(before)
const { packages } = lock

const PLATFORM =
  /(linux|darwin|win32|android|freebsd|openharmony|aix|sunos)-(x64|arm64|ia32|arm|riscv64|ppc64|s390x|loong64)/

/** Where Node would look for `name` from the package at `from`, innermost first. */
const places = (from, name) => {
  const found = []
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    found.push(`${at === '' ? '' : `${at}/`}node_modules/${name}`)
    if (at === '') return found
  }
}

const entryOf = (name, range) => {
  const [, os, cpu] = name.match(PLATFORM) ?? []
  if (os === undefined) throw new Error(`${name}: an optional package without a platform in its name is missing`)
  const alias = range.match(/^npm:(.+)@([^@]+)$/)
  return {
    ...(alias ? { name: alias[1] } : {}),
    version: (alias ? alias[2] : range).replace(/^[~^]/, ''),
    cpu: [cpu],
    ...(name.includes('musl') ? { libc: ['musl'] } : {}),
    optional: true,
    os: [os],
  }
}

for (const [at, { optionalDependencies = {} }] of Object.entries(packages))
  for (const [name, range] of Object.entries(optionalDependencies))
    if (!places(at, name).some((place) => place in packages)) packages[`node_modules/${name}`] = entryOf(name, range)

for (const entry of Object.values(packages)) delete entry.resolved
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))

const after = `${JSON.stringify(lock, null, 2)}\n`
if (after !== before) writeFileSync(file, after)
