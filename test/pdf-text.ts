import { extractText, getDocumentProxy } from 'unpdf'

/** The text of a PDF, page after page, as a reader who copies it gets it. */
export const pdfPages = async (bytes: Uint8Array): Promise<readonly string[]> => {
  // pdf.js takes the buffer for itself.
  const document = await getDocumentProxy(new Uint8Array(bytes))
  return (await extractText(document, { mergePages: false })).text
}

/** The same without white space: where lines break is no part of what is said. */
export const bare = (text: string): string => text.replace(/[\s\u200b]+/g, '')
