import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { EditionSummary } from '../../../contract/editions.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { intervalOf, standingOf, tierNames } from '../../components/edition-difference/edition-words.ts'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.editions.list()
}

const Standing = ({ edition }: { readonly edition: EditionSummary }) => {
  const [tone, word] = standingOf(edition)
  return <Tag tone={tone}>{word}</Tag>
}

const List = ({ title, rows }: { readonly title: string; readonly rows: readonly EditionSummary[] }) => (
  <Card title={title}>
    <Table
      caption={title}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={<EmptyState title={`没有${title}`} />}
      columns={[
        {
          id: 'title',
          head: '名称',
          primary: true,
          cell: (edition) => <Link to={`/office/editions/${edition.key}`}>{edition.title}</Link>,
        },
        { id: 'tier', head: '层次', cell: ({ tier }) => tierNames[tier] },
        { id: 'instrument', head: '文号', cell: ({ instrument }) => instrument },
        { id: 'interval', head: '文件写明的施行期间', cell: intervalOf },
        {
          id: 'effective',
          head: '供新批次使用',
          cell: ({ effectiveOn }) => (effectiveOn ? `自 ${effectiveOn} 起` : '—'),
        },
        { id: 'state', head: '状态', cell: (edition) => <Standing edition={edition} /> },
      ]}
    />
  </Card>
)

/** All editions the province knows: waiting for a decision, in force, and those that came to nothing (第八条). */
export const Component = () => {
  const { editions, mayHandIn } = useLoaderData<typeof loader>()
  const of = (...statuses: readonly EditionSummary['status'][]) =>
    editions.filter(({ status }) => statuses.includes(status))
  const settled = of('rejected', 'withdrawn')
  return (
    <Main title="标准版本">
      <div className="row row--between">
        <h1>标准版本</h1>
        {mayHandIn && <LinkButton to="/office/editions/new">提交新版本</LinkButton>}
      </div>
      <p className="muted">
        批次选定一个版本后不再改变；已办结的案件始终按当时的版本复核。新版本由经办提交、另一名审批人员批准后，只供新批次使用。
      </p>
      {of('proposed').length > 0 && <List title="待审批的版本" rows={of('proposed')} />}
      <List title="施行的标准" rows={of('in-force').filter(({ kind }) => kind === 'standard')} />
      <List title="附加条件" rows={of('in-force').filter(({ kind }) => kind === 'overlay')} />
      {settled.length > 0 && <List title="未批准和已撤回的版本" rows={settled} />}
      <Article>第八条：评价标准由工业和信息化部制定；第七条：提交与批准须为两人。</Article>
    </Main>
  )
}
