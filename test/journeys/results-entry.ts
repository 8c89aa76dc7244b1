import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import { findStandard } from '../../standards/browser.ts'

/** What the pages' own code says of firms, as bytes: one JSON text each, explanation included. */
Object.assign(globalThis, {
  resultsOf: (id: string, firms: readonly string[]): readonly string[] => {
    const standard = findStandard(id)
    if (!standard) throw new Error(`the bundle has no standard ${id}`)
    return firms.map((firm) => JSON.stringify(evaluate(standard, parseFacts(JSON.parse(firm)))))
  },
})
