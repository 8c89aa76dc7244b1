import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { ListDecision } from '../../local/list/ListDecision.tsx'
import { ListFirms } from '../../local/list/ListFirms.tsx'
import { ListHead } from '../../local/list/ListHead.tsx'
import { useChosen } from '../../local/list/useChosen.ts'
import { Main } from '../../shell/Main.tsx'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.lists.get({ params: { list: params.list ?? '' } })
}

/** A list to be announced: what it states, its firms, the approver's decision that makes the titles. */
export const Component = () => {
  const list = useLoaderData<typeof loader>()
  const { chosen, toggle, clear } = useChosen()
  const mayTakeOff = list.available.some(({ act }) => act.endsWith('.unlist'))
  const terms = list.announcement
  return (
    <Main title={list.title}>
      <ListHead list={list} />
      <ListFirms list={list} chosen={mayTakeOff ? chosen : undefined} onToggle={toggle} />
      <ListDecision
        list={list}
        chosen={chosen}
        onTaken={clear}
        approval={{
          act: 'announcement.publish',
          perform: (api, options) =>
            api.announcements.publish({ params: { list: list.id }, body: { baseSeq: list.seq } }, options),
          body: (
            <>
              <p>
                {list.firms.toLocaleString('zh-CN')} 家企业将即时公告为创新型中小企业
                {terms &&
                  `，文号 ${terms.documentNumber}，有效期 ${dayText(terms.validFrom)}至${dayText(terms.validTo)}`}
                。
              </p>
              <p>公告后称号随即生效，进入公开名册，不能撤回。</p>
            </>
          ),
        }}
      >
        {list.status === 'approved' && (
          <LinkButton tone="quiet" to={`/announcements/${list.id}`}>
            查看公告页
          </LinkButton>
        )}
        {list.status === 'sent-back' && <Link to={`/office/announcements/new?batch=${list.batch}`}>重新拟定名单</Link>}
      </ListDecision>
    </Main>
  )
}
