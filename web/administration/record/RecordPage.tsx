import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { actText, detailsText } from './record-words.ts'

const SIZE = 100

/** 操作记录: what happened to accounts, the newest first. For the auditor. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const account = search.get('account') ?? ''
  const before = search.get('before') ?? ''
  const { entries } = await api.administration.record({
    query: { size: SIZE, ...(account && { account }), ...(before && { before }) },
  })
  return { entries, account, before }
}

type Entry = Awaited<ReturnType<typeof loader>>['entries'][number]

/** What an auditor looks for first stands out. */
const toneOf = (act: string) => (act === 'sign-in-refused' ? 'open' : act === 'disabled' ? 'fail' : 'plain')

const columns: readonly Column<Entry>[] = [
  { id: 'at', head: '时间', primary: true, cell: ({ at }) => <time dateTime={at}>{instantText(at)}</time> },
  {
    id: 'account',
    head: '账号',
    cell: ({ account, name }) =>
      name ? <Link to={`/administration/record?account=${account}`}>{name}</Link> : '（没有这个账号）',
  },
  { id: 'act', head: '操作', cell: ({ act }) => <Tag tone={toneOf(act)}>{actText(act)}</Tag> },
  {
    id: 'by',
    head: '操作人',
    cell: ({ by, byName, account }) => (by === null ? '—' : by === account ? '本人' : (byName ?? by)),
  },
  { id: 'details', head: '内容', cell: ({ details }) => detailsText(details) || '—' },
  { id: 'address', head: '网络地址', cell: ({ address }) => address ?? '服务器命令行' },
]

export const Component = () => {
  const { entries, account, before } = useLoaderData<typeof loader>()
  const last = entries.at(-1)
  const of = account === '' ? '' : (entries.find((entry) => entry.account === account)?.name ?? '')
  const older = last && new URLSearchParams({ ...(account && { account }), before: last.at })
  return (
    <Main title="操作记录">
      <h1>{of === '' ? '账号操作记录' : `${of}的操作记录`}</h1>
      {(account !== '' || before !== '') && (
        <p>
          <Link to="/administration/record">全部账号，从最新的看起</Link>
        </p>
      )}
      <Card flush>
        <Table
          caption="账号操作记录，新的在前"
          captionHidden
          columns={columns}
          rows={entries}
          rowKey={({ id }) => id}
          empty={<EmptyState title="没有更早的记录" />}
        />
      </Card>
      {entries.length === SIZE && (
        <p>
          <LinkButton tone="quiet" to={`?${older}`}>
            更早的记录
          </LinkButton>
        </p>
      )}
    </Main>
  )
}
