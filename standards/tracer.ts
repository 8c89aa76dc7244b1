import type { TakeTrace } from '../regime/evaluation/evaluate.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { traceSource } from '../regime/evaluation/written/trace-source.ts'
import { type TraceModule, traceTools } from '../regime/evaluation/written/trace-tools.ts'

/**
 * Takes traces by code written from the standard instead of walking it: the same tree, about five times as fast, for whoever
 * evaluates many. Node only; a page makes no code out of text.
 */
export const loadTracer = async ({ definition }: Standard): Promise<TakeTrace> => {
  const module = `data:text/javascript,${encodeURIComponent(traceSource(definition))}`
  return ((await import(module)) as TraceModule).tracer(definition, traceTools)
}
