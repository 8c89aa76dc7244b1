import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { ListKind } from '../../../contract/lists.ts'
import { PROVINCE } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { ListRows } from './ListRows.tsx'
import { kindWords } from './words.ts'

const kindOf = (path: string): ListKind =>
  path.startsWith(kindWords.filing.path)
    ? 'filing'
    : path.startsWith(kindWords.announcement.path)
      ? 'announcement'
      : 'notice'

/** The lists of one kind: `/office/notices`, `/office/filings`, `/office/announcements`. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const url = new URL(request.url)
  const kind = kindOf(url.pathname)
  const page = Number(url.searchParams.get('page') ?? 1)
  const [found, { today }] = await Promise.all([
    api.lists.list({ query: { kind, page: Number.isInteger(page) && page > 0 ? page : 1 } }),
    api.clock.read(),
  ])
  return { ...found, kind, today }
}

const articles: { readonly [K in ListKind]: string } = {
  notice: '第九条：材料审核和实地核查通过的企业先行公示；拟定与审批须为两人（第七条）。',
  filing: '第九条：公示无异议的报省备案，附材料审核及实地核查真实性声明；拟定与审批须为两人（第七条）。',
  announcement: '第五条、第九条：省级公示无异议的，由省工业和信息化厅公告；拟定与审批须为两人（第七条）。',
}

export const Component = () => {
  const { lists, total, page, pageSize, ready, mayPropose, kind, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const officer = useShell()?.person?.officer
  const words = kindWords[kind]
  const received = kind === 'filing' && officer?.authority === PROVINCE
  const heading = received ? '各地报来的备案' : words.list
  return (
    <Main title={heading}>
      <div className="row row--between">
        <h1>{heading}</h1>
        {mayPropose && ready > 0 && (
          <LinkButton to={`${words.path}/new`}>
            拟定{words.list}（{ready} 家可列入）
          </LinkButton>
        )}
      </div>
      {!mayPropose && ready > 0 && (
        <Banner title={`${ready} 家企业${words.ready}`}>由经办人员拟定名单后报审批。</Banner>
      )}
      <Card flush>
        <ListRows
          caption={heading}
          lists={lists}
          today={today}
          offices={received}
          empty={{
            title: received ? '还没有收到备案' : `还没有${words.list}`,
            body: received
              ? '市级主管部门声明真实并报送后，名单会出现在这里。'
              : ready > 0
                ? `现有 ${ready} 家企业可以列入。`
                : `企业走到“${words.ready}”环节后可以拟定名单。`,
          }}
        />
      </Card>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        search={search.toString()}
      />
      <Article>{articles[kind]}</Article>
    </Main>
  )
}
