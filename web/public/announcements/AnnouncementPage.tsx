import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Main } from '../../shell/Main.tsx'
import { FirmList, firmsAsked } from '../notices/FirmList.tsx'
import '../notices/notices.css'

/** One announcement as published; printable. */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { announcement, ...firms } = await api.announcements.get({
    params: { announcement: params.announcement ?? '' },
    query: firmsAsked(request),
  })
  return { announcement, firms }
}

export const Component = () => {
  const { announcement, firms } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { title, office, documentNumber, publishedOn, batchTitle, validFrom, validTo } = announcement
  return (
    <Main title={title}>
      <p className="small no-print">
        <Link to="/announcements">公告</Link>
      </p>
      <article className="document">
        <header className="document__head">
          <p className="document__office">{office}</p>
          <h1>{title}</h1>
          <p className="document__meta">
            <span>{documentNumber}</span>
            <span>{dayText(publishedOn)}公告</span>
            <span>{batchTitle}</span>
          </p>
        </header>
        <p className="document__text">
          经企业自评、市级审核和实地核查、市级公示、备案、省级抽查和省级公示，下列{' '}
          {announcement.firms.toLocaleString('zh-CN')} 家企业公告为创新型中小企业。
        </p>
        <p className="document__period">
          <span>有效期</span>
          <span className="document__days">
            {dayText(validFrom)}至{dayText(validTo)}
          </span>
        </p>
        <Article>第九条、第十三条</Article>
      </article>
      <FirmList title="公告名单" total={announcement.firms} firms={firms} search={search} places />
      <p className="small muted no-print">
        企业称号的现状以<Link to="/register">名单查询</Link>为准。
      </p>
    </Main>
  )
}
