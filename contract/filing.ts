import { z } from 'zod'
import { ChosenCases, decision, decisionErrors, words } from './lists.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

const tags = ['备案']

export const filings = {
  propose: route({
    method: 'POST',
    path: '/api/lists/filings',
    summary: '市级经办：拟定报省备案名单，报审批',
    tags,
    who: ['officer'],
    body: z.strictObject({ batch: Id, title: words('名单标题', 6, 100), cases: ChosenCases }),
    response: z.object({ id: Id, firms: z.number() }),
    errors: [
      'act.not-available',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'case.not-found',
      'list.other-batch',
    ],
    limit: 2 * 1024 * 1024,
  }),
  file: route({
    method: 'POST',
    path: '/api/lists/filings/:list/declaration',
    summary: '市级审批：声明材料审核及实地核查真实，报省备案',
    tags,
    who: ['officer'],
    params: z.strictObject({ list: Id }),
    body: z.strictObject({
      ...decision.shape,
      /** The declaration was read and is made. */
      declared: z.literal(true, '请阅读并作出真实性声明。'),
    }),
    response: z.object({ id: Id, firms: z.number(), declaration: z.string() }),
    errors: decisionErrors,
  }),
}
