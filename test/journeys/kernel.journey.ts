import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { fits, readCells } from '../../regime/evaluation/plan/cells.ts'
import { EXACT_PATH } from '../../regime/evaluation/plan/plan.ts'
import { kernelBytes } from '../../regime/evaluation/population/kernel-bytes.ts'
import { pagesOf, placeColumns } from '../../regime/evaluation/population/places.ts'
import { openPopulation } from '../../regime/evaluation/population/population.ts'
import { loadStandards } from '../../standards/load.ts'
import { firmOf } from '../reference/three-ways.ts'
import { launchChromium } from '../screens/chromium.ts'

const FIRMS = 500

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The same module in the browser's engine: what Node says of generated firms, Chromium says bit by bit. */
describe('总体内核在浏览器中', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '与 Node 逐位相同：%s',
    async (_id, standard) => {
      const population = openPopulation(standard, FIRMS)
      const { plan } = population
      const places = placeColumns(plan, FIRMS)
      const memory = new Uint8Array(pagesOf(places) * 65_536)
      const view = new DataView(memory.buffer)
      const fitting = new Set<number>()
      for (let row = 0; row < FIRMS; row++) {
        const cells = readCells(standard.definition, plan, parseFacts(firmOf(standard, 11_000_000 + row)))
        population.putCells(row, cells)
        if (fits(plan, cells)) fitting.add(row)
        plan.columns.forEach(({ width }, at) => {
          const value = cells[at] === null ? Number.NaN : Number(cells[at])
          const place = places.columns[at] as number
          if (width === 'amount') view.setFloat64(place + row * 8, value, true)
          else view.setUint8(place + row, value)
        })
      }
      population.run(0, FIRMS)
      const page = await browser.newPage()
      const said = await page.evaluate(
        async ({ code, columns, from, count, firms }) => {
          const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
          const given = bytes(columns)
          const pages = given.length / 65_536
          const own = new WebAssembly.Memory({ initial: pages, maximum: pages })
          new Uint8Array(own.buffer).set(given)
          const { instance } = await WebAssembly.instantiate(bytes(code), { house: { columns: own } })
          ;(instance.exports.run as (from: number, to: number) => void)(0, firms)
          return [...new Uint32Array(own.buffer, from, count)]
        },
        {
          code: base64(kernelBytes(plan, places)),
          columns: base64(memory),
          from: places.results,
          count: FIRMS * plan.layout.words,
          firms: FIRMS,
        },
      )
      await page.close()
      // The exact path is no part of the kernel: rows that ask for it, and those whose amounts doubles do not hold.
      const each = plan.layout.words
      const kernels = (words: ArrayLike<number>, row: number) =>
        Array.from({ length: each }, (_none, at) => words[row * each + at])
      const rows = [...fitting].filter((row) => ((said[row * each] as number) & EXACT_PATH) !== EXACT_PATH)
      expect(rows.length).toBeGreaterThan(FIRMS * 0.7)
      expect(rows.map((row) => kernels(said, row))).toEqual(rows.map((row) => kernels(population.words, row)))
    },
  )
})
