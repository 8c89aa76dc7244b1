import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { DrawnFirm } from '../../../contract/draws.ts'
import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import './draw.css'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.draws.get({ params: { draw: params.draw ?? '' } })
}

const firm = ({ case: id, name, uscc }: DrawnFirm) => (
  <>
    <Link to={`/office/cases/${id}`}>{name}</Link>
    <span className="draw__sub">{uscc}</span>
  </>
)

const drawnColumns: readonly Column<DrawnFirm>[] = [
  { id: 'rank', head: '次序', numeric: true, cell: ({ rank }) => rank },
  { id: 'firm', head: '企业', primary: true, cell: firm },
  { id: 'place', head: '地区', cell: ({ authority }) => findAuthority(authority)?.place ?? authority },
  { id: 'label', head: '现在环节', cell: ({ label }) => label },
]

const listColumns: readonly Column<DrawnFirm>[] = [
  { id: 'position', head: '序号', numeric: true, cell: ({ position }) => position },
  { id: 'id', head: '案件编号', cell: ({ case: id }) => <code className="draw__code">{id}</code> },
  { id: 'firm', head: '企业', primary: true, cell: ({ name }) => name },
  { id: 'place', head: '地区', cell: ({ authority }) => findAuthority(authority)?.place ?? authority },
  { id: 'rank', head: '抽中', cell: ({ rank }) => (rank === null ? '' : `第 ${rank}`) },
]

/** A draw as put on record: what was drawn, from what, with which seed, and how to draw again. */
export const Component = () => {
  const draw = useLoaderData<typeof loader>()
  return (
    <Main title="抽取记录">
      <p className="small">
        <Link to="/office/draws">随机抽取</Link>
      </p>
      <div className="stack stack--tight">
        <h1>{draw.batchTitle}抽取记录</h1>
        <p className="muted">
          {draw.drawnBy} {instantText(draw.drawnAt)} · 从 {draw.population.toLocaleString('zh-CN')} 家中抽取{' '}
          {draw.taken} 家（
          {'percent' in draw.asked ? `按比例 ${draw.asked.percent}%` : `按家数`}）
        </p>
      </div>
      {draw.faithful ? (
        <Banner tone="pass" title="按记录的名单和种子复算，结果一致。" />
      ) : (
        <Banner tone="fail" title="按记录复算，结果不一致。">
          请停止使用这次抽取的结果，并报告系统管理员。
        </Banner>
      )}
      <Card title="抽中的企业" aside={`${draw.taken} 家`} className="draw__firms">
        <Table caption="抽中的企业" captionHidden columns={drawnColumns} rows={draw.drawn} rowKey={(row) => row.case} />
      </Card>
      <Card title="凭据">
        <dl className="facts">
          <div>
            <dt>方法</dt>
            <dd>{draw.method}</dd>
          </div>
          <div>
            <dt>名单摘要</dt>
            <dd>
              <code className="draw__code">{draw.listDigest}</code>
            </dd>
          </div>
          <div>
            <dt>随机种子</dt>
            <dd>
              <code className="draw__code">{draw.seed}</code>
            </dd>
          </div>
        </dl>
        <h3>怎样复算</h3>
        <ol>
          <li>把下面名单中的案件编号按字符顺序排列，每行一个；全文的 SHA-256 即名单摘要。</li>
          <li>对每个编号，求“种子后面紧接编号”的 SHA-256。</li>
          <li>按求得的值从小到大排列，前 {draw.taken} 个即为抽中。</li>
        </ol>
        <Article>第九条</Article>
      </Card>
      <details className="card">
        <summary>抽取名单全文（{draw.population.toLocaleString('zh-CN')} 家）</summary>
        <Table caption="抽取名单" captionHidden columns={listColumns} rows={draw.list} rowKey={(row) => row.case} />
      </details>
    </Main>
  )
}
