import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { findAuthority, localAuthorities, province } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { Main } from '../../shell/Main.tsx'
import { NoticeItem } from './NoticeItem.tsx'
import { PublicationTabs } from './PublicationTabs.tsx'
import './notices.css'

/** Notices: those running, or with `?state=ended` the past ones; `?place=` narrows to one office. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const state = search.get('state') === 'ended' ? ('ended' as const) : ('running' as const)
  const place = findAuthority(search.get('place') ?? '')?.code
  const page = Number(search.get('page') ?? 1)
  const [list, { today }] = await Promise.all([
    api.notices.list({
      query: { state, page: Number.isInteger(page) && page > 0 ? page : 1, ...(place && { place }) },
    }),
    api.clock.read(),
  ])
  return { ...list, state, place: place ?? '', today }
}

const offices = [province, ...localAuthorities].map(({ code, office }) => ({ value: code, label: office }))

export const Component = () => {
  const { notices, running, ended, total, page, pageSize, state, place, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const title = state === 'running' ? '正在公示' : '以往公示'
  return (
    <Main title={title}>
      <div className="stack stack--tight">
        <h1>公示公告</h1>
        <p className="lead">拟备案、拟公告的企业先向社会公示。公示期内，任何组织和个人都可以实名提出异议。</p>
      </div>
      <PublicationTabs current={state} place={place} running={running} ended={ended} />
      <Form method="get" className="publications__filter" role="search">
        {state === 'ended' && <input type="hidden" name="state" value="ended" />}
        <SelectField
          name="place"
          label="公示机关"
          blank="全部机关"
          defaultValue={place}
          key={place}
          options={offices}
        />
        <Button type="submit" tone="quiet">
          筛选
        </Button>
      </Form>
      <Card>
        {notices.length === 0 ? (
          <EmptyState title={state === 'running' ? '现在没有正在公示的名单' : '没有以往的公示'}>
            {place ? <Link to={state === 'ended' ? '?state=ended' : '?'}>查看全部机关</Link> : null}
            {!place && state === 'running' && ended > 0 ? <Link to="?state=ended">查看以往公示</Link> : null}
          </EmptyState>
        ) : (
          <ul className="publications">
            {notices.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} today={today} />
            ))}
          </ul>
        )}
      </Card>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        search={search.toString()}
      />
      <Article>第九条：市级公示、省级公示。公示起止日期以各公示文书载明的为准。</Article>
    </Main>
  )
}
