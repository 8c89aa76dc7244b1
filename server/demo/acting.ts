import { createHash } from 'node:crypto'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import type { Acting } from '../journal/acting.ts'

const digest = (label: string): Buffer => createHash('sha256').update(`tidu demo ${label}`).digest()

/** A UUID that follows from its label, so that entering the demo again enters nothing twice. */
export const demoId = (label: string): string => {
  const bytes = digest(label).subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Bytes that follow from a label and a count. */
const bytesOf = (label: string, length: number): Uint8Array => {
  const out = new Uint8Array(length)
  for (let at = 0; at < length; at += 32) out.set(digest(`${label} ${at}`).subarray(0, length - at), at)
  return out
}

/** Acts of the demo's people on past days: every id, key and random byte follows from the label of the act. */
export const demoActing = (actor: Actor, day: string, label: string, hour = 2): Acting => {
  let count = 0
  const minute = digest(label)[0] ?? 0
  return {
    actor,
    today: day as Day,
    now: `${day}T${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`,
    newId: () => demoId(`${label} id ${count++}`),
    random: (length) => bytesOf(`${label} random ${count++}`, length),
    idempotencyKey: demoId(`${label} key`),
  }
}
