import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { Main } from '../../shell/Main.tsx'
import { PublicationTabs } from '../notices/PublicationTabs.tsx'
import { AnnouncementItem } from './AnnouncementItem.tsx'

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const [list, { today }] = await Promise.all([
    api.announcements.list({ query: { page: Number.isInteger(page) && page > 0 ? page : 1 } }),
    api.clock.read(),
  ])
  return { ...list, today }
}

/** Announcements, the latest first. */
export const Component = () => {
  const { announcements, total, page, pageSize, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Main title="公告">
      <div className="stack stack--tight">
        <h1>公示公告</h1>
        <p className="lead">省级公示期满无异议的企业，由省工业和信息化厅公告；称号和有效期以公告载明的为准。</p>
      </div>
      <PublicationTabs current="announcements" />
      <Card>
        {announcements.length === 0 ? (
          <EmptyState title="还没有公告">
            <Link to="/notices">查看正在公示的名单</Link>
          </EmptyState>
        ) : (
          <ul className="publications">
            {announcements.map((announcement) => (
              <AnnouncementItem key={announcement.id} announcement={announcement} today={today} />
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
      <Article>第五条、第九条</Article>
    </Main>
  )
}
