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

/** Writes the paper of one result; `now` is printed on it. The typesetter is loaded only for those who ask for a paper. */
export const writePaper = async (file: string, outline: Outline, now: string): Promise<void> => {
  try {
    demandPrintable([outline])
    const { openTypesetter } = await import('../../server/document/typeset.ts')
    const typeset = openTypesetter()
    await writeFile(file, typeset({ title: '评价说明', rows: [], outlines: [outline], proof: [], generatedAt: now }))
  } catch (cause) {
    if (cause instanceof Refusal) throw new PaperRefusal(cause.message, { cause })
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined || code === 'ERR_MODULE_NOT_FOUND') throw cause
    throw new PaperRefusal(`不能写入文件“${file}”（${code}）`, { cause })
  }
}
