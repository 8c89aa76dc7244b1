import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)

/** What each folder may import: other folders of the house, and packages (`node:` stands for all of Node's own). */
const walls: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: RegExp }>> = {
  regime: { folders: [], packages: /^$/ },
  contract: { folders: ['regime'], packages: /^zod$/ },
  server: { folders: ['regime', 'contract', 'standards'], packages: /^(?!react|vite)/ },
  // The rules as data, and what reads them: from files on the server, from the bundle in the browser.
  standards: { folders: ['regime'], packages: /^(node:|yaml$|vite$|virtual:tidu-standards$)/ },
  web: { folders: ['regime', 'contract', 'standards'], packages: /^(react|react-dom|react-router|zod)(\/|$)/ },
  cli: { folders: ['regime', 'server', 'standards'], packages: /^(?!react|vite)/ },
}

interface Source {
  readonly file: string
  readonly text: string
}

/** The files that run; what a test beside them imports is its own affair. */
const sourcesOf = (folder: string): readonly Source[] =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) }))

/** Comments go, strings stay; a string holding `//` after whitespace would lose its end, which hides nothing here. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const IMPORTS = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
]

const importsOf = ({ file, text }: Source): readonly string[] =>
  IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)]).map(([, target = '']) =>
    target.startsWith('.') ? `/${normalize(join(dirname(file), target))}` : target,
  )

const isAllowed = (folder: string, target: string): boolean => {
  const wall = walls[folder]
  if (wall === undefined) return false
  if (!target.startsWith('/')) return wall.packages.test(target)
  return [folder, ...wall.folders].includes(target.split('/')[1] ?? '')
}

const occurrences = (folder: string, pattern: RegExp): readonly string[] =>
  sourcesOf(folder).flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`))

describe('各部分之间的墙', () => {
  for (const folder of Object.keys(walls))
    test(`${folder}/ 只引用允许引用的部分`, () => {
      const sources = sourcesOf(folder)
      expect(sources.length).toBeGreaterThan(0)
      const crossings = sources.flatMap((source) =>
        importsOf(source)
          .filter((target) => !isAllowed(folder, target))
          .map((target) => `${source.file} → ${target}`),
      )
      expect(crossings).toEqual([])
    })

  test('法规部分（regime/）不看时钟、不用随机数、不碰外界', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\b|\bDate\(|\bMath\.random\b|\bTemporal\.Now\b|\bperformance\b|\bprocess\.|\bglobalThis\b|\bfetch\(|\bsetTimeout\b|\bsetInterval\b|\bcrypto\./g
    expect(occurrences('regime', forbidden)).toEqual([])
  })

  test('浏览器里运行的部分不在运行时由文字生成代码', () => {
    const forbidden = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*['"`]/g
    expect([...occurrences('web', forbidden), ...occurrences('regime', forbidden)]).toEqual([])
  })

  test('墙是真的：越界的引用会被发现', () => {
    const text = `
import { x,
  type Y } from '../../server/store/pool.ts'
export * from '../procedure/row.ts'
import 'node:fs'
const late = await import('kysely')`
    const imports = importsOf({ file: 'regime/kernel/bad.ts', text })
    expect(imports.filter((target) => !isAllowed('regime', target))).toEqual([
      '/server/store/pool.ts',
      'node:fs',
      'kysely',
    ])
  })
})
