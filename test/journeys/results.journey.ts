import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { loadStandards } from '../../standards/load.ts'
import { standards } from '../../standards/vite-plugin.ts'
import { firmOf } from '../reference/three-ways.ts'
import { launchChromium } from '../screens/chromium.ts'

const FIRMS = 400

/** The code of the pages as one script, built like them from the same sources and the same YAML. */
const script = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [standards()],
    build: {
      write: false,
      target: 'chrome109',
      lib: { entry: join(import.meta.dirname, 'results-entry.ts'), formats: ['iife'], name: 'house' },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('nothing built')
  return bundle.output[0].code
}

/** Same facts, same bytes (B3): the whole result with its explanation, in Node and in Chromium. */
describe('结果和说明在浏览器中', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
    await page.addScriptTag({ content: await script() })
  })
  afterAll(() => browser?.close())

  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '与 Node 逐字节相同：%s',
    async (id, standard) => {
      const firms = Array.from({ length: FIRMS }, (_none, at) => JSON.stringify(firmOf(standard, 21_000_000 + at)))
      const said = await page.evaluate(
        ([name, given]) =>
          (globalThis as unknown as { resultsOf(id: string, firms: readonly string[]): readonly string[] }).resultsOf(
            name,
            given,
          ),
        [id, firms] as const,
      )
      const own = firms.map((firm) => JSON.stringify(evaluate(standard, parseFacts(JSON.parse(firm)))))
      expect(new Set(own.map((one) => JSON.parse(one).outcome))).toEqual(new Set(['met', 'unmet', 'undetermined']))
      expect(own.flatMap((one, at) => (one === said[at] ? [] : [at]))).toEqual([])
    },
  )
})
