import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Coverage, readCoverage } from './font-coverage.ts'
import type { EvaluationPaper } from './paper.ts'
import { paperData } from './paper-data.ts'

/** Makes PDF files; keeps fonts and template in memory between them. */
export type Typesetter = (paper: EvaluationPaper) => Uint8Array

/** Typst keeps what it worked out for this many papers, so that memory stays flat. */
const REMEMBERED = 8

const fontAt = (path: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${path}`))

/** Loads fonts and template. The PDF is PDF/A-2b: fonts inside, no missing glyph, tagged for screen readers. */
export const openTypesetter = (): Typesetter => {
  const regular = fontAt('400Regular/NotoSerifSC_400Regular.ttf')
  const bold = fontAt('700Bold/NotoSerifSC_700Bold.ttf')
  const [inRegular, inBold] = [readCoverage(regular), readCoverage(bold)]
  const covers: Coverage = (codePoint) => inRegular(codePoint) && inBold(codePoint)
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [regular, bold] }] })
  const template = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')
  return (paper) => {
    const inputs = { paper: JSON.stringify(paperData(paper, covers)) }
    const compiled = compiler.compile({ mainFileContent: template, inputs })
    const { result } = compiled
    if (!result)
      throw new Error(`the paper cannot be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    const bytes = compiler.pdf(result, { pdfStandard: 'a-2b' })
    compiler.evictCache(REMEMBERED)
    return bytes
  }
}
