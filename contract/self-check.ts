import { z } from 'zod'
import { file } from './bytes.ts'
import { route } from './route.ts'

/** What one evaluation of a firm's own figures may weigh: about a thousand entries of lists. */
const LARGEST_FACTS = 262_144

export const selfCheck = {
  paper: route({
    method: 'POST',
    path: '/api/self-check/paper',
    summary: '按所给事实生成评价说明（PDF）；事实只用于这一次生成，不保存',
    tags: ['自测'],
    who: 'anyone',
    body: z.strictObject({
      /** Ids of standards, in the order in which the paper explains them. */
      standards: z.array(z.string().max(60)).min(1).max(3),
      /** Facts in the form of docs/evaluation.md. */
      facts: z.record(z.string().max(60), z.unknown()),
    }),
    limit: LARGEST_FACTS,
    response: file('application/pdf'),
    errors: ['standard.not-found', 'facts.invalid', 'paper.busy', 'paper.too-large'],
  }),
}
