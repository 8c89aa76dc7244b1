import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Main } from '../../shell/Main.tsx'
import { ListDecision } from '../list/ListDecision.tsx'
import { ListFirms } from '../list/ListFirms.tsx'
import { ListHead } from '../list/ListHead.tsx'
import { useChosen } from '../list/useChosen.ts'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [list, { today }] = await Promise.all([
    api.lists.get({ params: { list: params.list ?? '' } }),
    api.clock.read(),
  ])
  return { list, today }
}

/** A list for public notice on the desk: what it states, its firms, the approver's decision. */
export const Component = () => {
  const { list, today } = useLoaderData<typeof loader>()
  const { chosen, toggle, clear } = useChosen()
  const mayTakeOff = list.available.some(({ act }) => act.endsWith('.unlist'))
  const terms = list.notice
  const body = { baseSeq: list.seq }
  return (
    <Main title={list.title}>
      <ListHead list={list} />
      <ListFirms list={list} chosen={mayTakeOff ? chosen : undefined} onToggle={toggle} />
      <ListDecision
        list={list}
        chosen={chosen}
        onTaken={clear}
        approval={{
          act: list.authority === PROVINCE ? 'province-notice.publish' : 'notice.publish',
          perform: (api, options) => api.notices.publish({ params: { list: list.id }, body }, options),
          body: (
            <>
              <p>
                {list.firms.toLocaleString('zh-CN')} 家企业的名单将即时向社会公开，
                {terms && `公示期 ${dayText(terms.from, today)}至${dayText(terms.to, today)}。`}
              </p>
              <p>公开后不能撤回；期间有异议成立的，只移出该企业。</p>
            </>
          ),
        }}
      >
        {list.status === 'approved' && (
          <LinkButton tone="quiet" to={`/notices/${list.authority}/${list.id}`}>
            查看公示页
          </LinkButton>
        )}
        {list.status === 'sent-back' && <Link to={`/office/notices/new?batch=${list.batch}`}>重新拟定名单</Link>}
      </ListDecision>
    </Main>
  )
}
