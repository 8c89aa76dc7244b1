import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly {
    readonly html: string
    readonly failureSummary?: string
    readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[]
  }[]
}
interface AxeRun {
  readonly violations: readonly Finding[]
  readonly incomplete: readonly Finding[]
}

/** Text in the very colour of its ground is only "incomplete" to axe; to a reader it is missing. */
const unseen = ({ id, help, nodes }: Finding): Finding => ({
  id,
  help,
  nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
})

/** What axe-core finds wrong with the page as it stands (WCAG 2 A and AA), one line each; empty when nothing. */
export const audit = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const { violations, incomplete } = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
  )) as AxeRun
  return [...violations, ...incomplete.map(unseen)].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help} — ${html} ${failureSummary.replace(/\s+/g, ' ')}`),
  )
}

/** How far the page is wider than its window, in pixels; 0 when nothing has to be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
