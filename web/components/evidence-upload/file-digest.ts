import { sha256 } from '../../../regime/kernel/sha256.ts'

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a file. Where the browser's own is missing (intranet pages without https) ours takes its place. */
export const fileDigest = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Typed as always there, but not outside secure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  return subtle ? hex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : sha256(bytes)
}
