import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { articlesPage, readCoverage } from '../docs/articles/generate.ts'

describe('条款对照（docs/articles.md）', () => {
  test('每项已建成的要求都有承载的代码和证明的测试', async () => {
    const covered = await readCoverage()
    const built = covered.filter(({ later }) => !later)
    expect(built.filter(({ code }) => code.length === 0).map(({ id }) => id)).toEqual([])
    expect(built.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('对照表与代码和测试一致（npm run articles）', async () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/articles.md'), 'utf8')
    expect(page).toBe(articlesPage(await readCoverage()))
  })
})
