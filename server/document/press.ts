import { Worker } from 'node:worker_threads'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { EvaluationPaper } from './paper.ts'
import type { Delivery, Order } from './press-worker.ts'
import { demandPrintable } from './size.ts'

/** Sets papers one after the other on a thread of its own, so that nobody else waits for them. */
export interface Press {
  /**
   * The PDF of what `make` gives. `customer` is whom it is for (account or address): nobody takes more than a share of the
   * queue. Refuses with `paper.busy` when too many wait, before anything is made, and with `paper.too-large`.
   */
  readonly print: (customer: string, make: () => Promise<EvaluationPaper>) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export interface PressRule {
  /** Papers being made, waiting or being set, over everybody; each takes a tenth of a second or less. */
  readonly queue: number
  /** Of one customer. */
  readonly share: number
  /** Milliseconds after which a paper is given up and its thread ended. */
  readonly patience: number
}

export const pressRule: PressRule = Object.freeze({ queue: 24, share: 3, patience: 20_000 })

interface Job extends Order {
  readonly done: (delivery: Delivery) => void
  readonly failed: (error: Error) => void
}

/** Opens a press; its thread begins with the first paper and ends with the press. */
export const openPress = (rule: PressRule = pressRule): Press => {
  const jobs: Job[] = []
  /** Customers with a paper being made, waiting or being set; one entry each. */
  const served: string[] = []
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let last = 0
  let closed = false

  const start = (): Worker => {
    const made = new Worker(new URL('./press-worker.ts', import.meta.url))
    made.unref()
    made.on('message', (delivery: Delivery) => finish((job) => job.done(delivery)))
    made.on('error', (error) => drop(made, error instanceof Error ? error : new Error(String(error))))
    made.on('exit', () => drop(made, new Error('the press ended')))
    return made
  }
  const drop = (made: Worker, error: Error): void => {
    if (worker !== made) return
    worker = undefined
    finish((job) => job.failed(error))
  }
  const finish = (settle: (job: Job) => void): void => {
    clearTimeout(timer)
    const job = jobs.shift()
    if (job) settle(job)
    next()
  }
  const next = (): void => {
    const [job] = jobs
    if (!job || closed) return
    worker ??= start()
    const setting = worker
    timer = setTimeout(() => {
      void setting.terminate()
      drop(setting, new Refusal('paper.too-large'))
    }, rule.patience)
    timer.unref()
    setting.postMessage({ id: job.id, paper: job.paper } satisfies Order)
  }

  const set = async (paper: EvaluationPaper): Promise<Uint8Array> => {
    demandPrintable(paper.outlines)
    const delivery = await new Promise<Delivery>((done, failed) => {
      jobs.push({ id: ++last, paper, done, failed })
      if (jobs.length === 1) next()
    })
    if ('fault' in delivery) throw new Error(delivery.fault)
    return delivery.bytes
  }

  return {
    print: async (customer, make) => {
      const own = served.filter((other) => other === customer).length
      if (served.length >= rule.queue || own >= rule.share) throw new Refusal('paper.busy', { retryAfterSeconds: 5 })
      served.push(customer)
      try {
        const paper = await make()
        if (closed) throw new Refusal('server.unavailable')
        return await set(paper)
      } finally {
        served.splice(served.indexOf(customer), 1)
      }
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      const ending = worker
      worker = undefined
      for (const job of jobs.splice(0)) job.failed(new Refusal('server.unavailable'))
      await ending?.terminate()
    },
  }
}
