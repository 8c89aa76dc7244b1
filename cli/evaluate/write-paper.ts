import { writeFile } from 'node:fs/promises'
import type { Outline } from '../../regime/evaluation/telling/outline.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { demandPrintable } from '../../server/document/size.ts'

/** The paper cannot be made or not be written; the message says why. */
export class PaperRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PaperRefusal'
  }
}

const printable = (outline: Outline): void => {
  try {
    demandPrintable([outline])
  } catch (cause) {
    throw cause instanceof Refusal ? new PaperRefusal(cause.message, { cause }) : cause
  }
}

/** Writes the paper of one result; `now` is printed on it. The typesetter is loaded only for those who ask for a paper. */
export const writePaper = async (file: string, outline: Outline, now: string): Promise<void> => {
  printable(outline)
  const { openTypesetter } = await import('../../server/document/typeset.ts')
  const bytes = openTypesetter()({
    title: '评价说明',
    rows: [],
    outlines: [outline],
    proof: [],
    generatedAt: now,
  })
  try {
    await writeFile(file, bytes)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new PaperRefusal(`不能写入文件“${file}”（${code}）`, { cause })
  }
}
