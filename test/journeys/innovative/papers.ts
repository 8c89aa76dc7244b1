import { demoPaper } from '../../../server/demo/paper.ts'

/** A file as a browser's picker takes it. */
export interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** An invented document as PDF. */
export const pdf = (title: string, lines: readonly string[]): ChosenFile => ({
  name: `${title}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(demoPaper(title, lines)),
})
