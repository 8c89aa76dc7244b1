import { parentPort } from 'node:worker_threads'
import type { EvaluationPaper } from './paper.ts'
import { openTypesetter } from './typeset.ts'

/** What the press asks of its thread, and what it hears. */
export interface Order {
  readonly id: number
  readonly paper: EvaluationPaper
}
export type Delivery =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: string }

const typeset = openTypesetter()

parentPort?.on('message', ({ id, paper }: Order) => {
  let delivery: Delivery
  try {
    delivery = { id, bytes: typeset(paper) }
  } catch (error) {
    delivery = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort?.postMessage(delivery)
})
