import type { selfCheck } from '../../contract/self-check.ts'
import { pdfFile } from '../document/pdf-file.ts'
import type { Press } from '../document/press.ts'
import type { Handlers } from '../http/handling.ts'
import type { Law } from '../law/law.ts'
import { selfCheckPaper } from './paper.ts'

/** What the public may ask of its own figures. */
export const selfCheckHandlers = (law: Law, press: Press): Handlers<typeof selfCheck> => ({
  paper: ({ body }, { now, ip }) => pdfFile(press, ip, async () => selfCheckPaper(law, body, now)),
})
