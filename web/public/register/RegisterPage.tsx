import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { PublicTitle } from '../../../contract/register.ts'
import { findAuthority, isLocalCode, localAuthorities } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import { tierNames, tiers } from './tiers.ts'
import './register.css'

/** The public register: by part of a name or by code, place and tier. Everything lives in the address. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const q = search.get('q')?.trim().slice(0, 100)
  const place = search.get('place') ?? ''
  const tier = tiers.find((known) => known === search.get('tier'))
  const page = Number(search.get('page') ?? 1)
  return api.register.search({
    query: {
      page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
      ...(q && { q }),
      ...(isLocalCode(place) && { place }),
      ...(tier && { tier }),
    },
  })
}

const standings = {
  valid: { tone: 'pass', words: '有效' },
  ahead: { tone: 'open', words: '有效期未开始' },
  ended: { tone: 'plain', words: '有效期已满' },
  revoked: { tone: 'fail', words: '已取消' },
} as const

const columns: readonly Column<PublicTitle>[] = [
  {
    id: 'name',
    head: '企业',
    primary: true,
    cell: ({ name, uscc }) => (
      <>
        {name}
        <span className="register__code">{uscc}</span>
      </>
    ),
  },
  { id: 'place', head: '地区', cell: ({ place }) => findAuthority(place)?.place ?? place },
  { id: 'tier', head: '称号', cell: ({ tier }) => tierNames[tier as keyof typeof tierNames] ?? tier },
  {
    id: 'valid',
    head: '有效期',
    cell: ({ validFrom, validTo, standing }) => (
      <>
        <span className="register__valid">
          {validFrom} 至 {validTo}
        </span>{' '}
        <Tag tone={standings[standing].tone}>{standings[standing].words}</Tag>
      </>
    ),
  },
  {
    id: 'document',
    head: '公告',
    cell: ({ announcement, documentNumber, announcedOn }) => (
      <>
        <Link to={`/announcements/${announcement}`}>{documentNumber}</Link>
        <span className="register__code">{announcedOn}</span>
      </>
    ),
  },
]

const places = localAuthorities.map(({ code, place }) => ({ value: code, label: place }))

export const Component = () => {
  const { titles, total, page, pageSize } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const asked = search.has('q') || search.has('place') || search.has('tier')
  return (
    <Main title="名单查询">
      <div className="stack stack--tight">
        <h1>名单查询</h1>
        <p className="lead">查询企业是否持有称号、有效期和公告文号。名册以公告为准，随公告即时更新。</p>
      </div>
      <Form method="get" className="register__search" role="search" key={search.toString()}>
        <TextField
          name="q"
          label="企业名称或统一社会信用代码"
          hint="填一部分即可"
          defaultValue={search.get('q') ?? ''}
          autoComplete="off"
          maxLength={100}
        />
        <SelectField name="place" label="地区" blank="全省" defaultValue={search.get('place') ?? ''} options={places} />
        <SelectField
          name="tier"
          label="称号"
          blank="全部"
          defaultValue={search.get('tier') ?? ''}
          options={tiers.map((tier) => ({ value: tier, label: tierNames[tier] }))}
        />
        <Button type="submit">查询</Button>
      </Form>
      <Card flush className="register">
        <Table
          caption={`查到 ${total} 条`}
          captionHidden
          columns={columns}
          rows={titles}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={asked ? '没有查到符合条件的称号' : '名册中还没有称号'}>
              {asked ? (
                <>
                  <p>请核对名称或信用代码；只填名称中的几个字也可以查。</p>
                  <p>
                    <Link to="?">清除查询条件</Link>
                  </p>
                </>
              ) : (
                '公告发布后，企业的称号会出现在这里。'
              )}
            </EmptyState>
          }
        />
      </Card>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        search={search.toString()}
      />
      <Article>第五条、第十三条：称号由省工业和信息化厅公告、认定或推荐，有效期以名单载明的为准。</Article>
    </Main>
  )
}
