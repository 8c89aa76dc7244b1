import { type EvidenceType, evidenceRule } from '../../../contract/evidence-rule.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'

const beginnings: readonly (readonly [EvidenceType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The accepted type these first bytes announce, or undefined. */
export const announcedType = (head: Uint8Array): EvidenceType | undefined =>
  beginnings.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0]

/**
 * Refuses before anything is sent what the server would refuse after minutes of sending: empty, too large, another kind.
 * A first look only; the server decides by the whole content.
 */
export const demandAcceptable = async (file: Blob): Promise<void> => {
  if (file.size === 0) throw new Refusal('evidence.empty')
  if (file.size > evidenceRule.maxBytes) throw new Refusal('evidence.too-large')
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  if (!announcedType(head)) throw new Refusal('evidence.not-allowed')
}
