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

/** The same document with as many bytes as a scanned one has: comments between its body and its end. */
export const scanned = (file: ChosenFile, bytes: number): ChosenFile => {
  const end = file.buffer.subarray(file.buffer.lastIndexOf('startxref'))
  const padding = Buffer.from('% 演示扫描件的填充\n'.repeat(Math.ceil(bytes / 27)))
  return { ...file, buffer: Buffer.concat([file.buffer, padding, end]) }
}
