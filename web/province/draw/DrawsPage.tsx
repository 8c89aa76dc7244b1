import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import type { DrawSummary } from '../../../contract/draws.ts'
import { drawCount } from '../../../regime/draw/draw.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { AmountField } from '../../components/field/AmountField.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import './draw.css'

/** Batches with filed firms that wait for the draw, and the draws so far. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.draws.list()
}

type Waiting = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

/** How many a typed number or share comes to; undefined while it is none. */
const countOf = (mode: string, amount: string, firms: number): number | undefined => {
  const number = Number(amount)
  if (!Number.isInteger(number) || number < 1) return undefined
  if (mode === 'percent') return number <= 100 ? drawCount(firms, number) : undefined
  return number <= firms ? number : undefined
}

const TakeDraw = ({ waiting, mayDraw }: { readonly waiting: Waiting; readonly mayDraw: boolean }) => {
  const navigate = useNavigate()
  const [mode, setMode] = useState('percent')
  const [amount, setAmount] = useState('10')
  const count = countOf(mode, amount, waiting.firms)
  const id = waiting.batch.slice(0, 8)
  return (
    <Card title={waiting.title} aside={`${waiting.places} 个地区`}>
      <p>
        <span className="draw__number">{waiting.firms.toLocaleString('zh-CN')}</span> 家企业已备案，等待抽取。
      </p>
      {mayDraw ? (
        <>
          <div className="draw__inputs">
            <RadioField
              name={`mode-${id}`}
              label="抽取方式"
              inline
              value={mode}
              onChange={({ target }) => setMode(target.value)}
              choices={[
                { value: 'percent', label: '按比例' },
                { value: 'count', label: '按家数' },
              ]}
            />
            <AmountField
              name={`amount-${id}`}
              label={mode === 'percent' ? '比例' : '家数'}
              unit={mode === 'percent' ? '%' : '家'}
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
              error={
                count === undefined
                  ? `请填写整数，${mode === 'percent' ? '1 至 100' : `1 至 ${waiting.firms}`}。`
                  : undefined
              }
              echo={
                count === undefined
                  ? undefined
                  : `将抽取 ${count} 家，其余 ${waiting.firms - count} 家直接进入省级公示环节`
              }
            />
          </div>
          {count !== undefined && (
            <p>
              <ActButton
                label="随机抽取…"
                perform={(api, options) =>
                  api.draws.take(
                    {
                      body: {
                        batch: waiting.batch,
                        asked: mode === 'percent' ? { percent: Number(amount) } : { count: Number(amount) },
                      },
                    },
                    options,
                  )
                }
                onDone={(done) => void navigate(`/office/draws/${done.id}`)}
                confirm={{
                  title: `从 ${waiting.firms} 家中随机抽取 ${count} 家`,
                  action: '抽取',
                  body: (
                    <>
                      <p>名单先行固定，随机种子由系统即时产生，名单、种子和结果一并记录，任何人可以复算。</p>
                      <p>抽取只能进行一次，不能重抽。</p>
                    </>
                  ),
                }}
              />
            </p>
          )}
        </>
      ) : (
        <Banner title="由省级经办人员抽取。" />
      )}
    </Card>
  )
}

const columns: readonly Column<DrawSummary>[] = [
  {
    id: 'batch',
    head: '批次',
    primary: true,
    cell: ({ id, batchTitle }) => <Link to={`/office/draws/${id}`}>{batchTitle}</Link>,
  },
  {
    id: 'taken',
    head: '抽中 / 名单',
    numeric: true,
    cell: ({ taken, population }) => `${taken} / ${population.toLocaleString('zh-CN')} 家`,
  },
  {
    id: 'asked',
    head: '方式',
    cell: ({ asked }) => ('percent' in asked ? `按比例 ${asked.percent}%` : `按家数 ${asked.count} 家`),
  },
  { id: 'by', head: '经办', cell: ({ drawnBy, drawnAt }) => `${drawnBy} ${instantText(drawnAt)}` },
]

export const Component = () => {
  const { waiting, draws, mayDraw } = useLoaderData<typeof loader>()
  return (
    <Main title="随机抽取">
      <h1>随机抽取</h1>
      {waiting.length === 0 && (
        <Card>
          <EmptyState title="没有待抽取的企业">各地报来备案后，企业会出现在这里。</EmptyState>
        </Card>
      )}
      {waiting.map((one) => (
        <TakeDraw key={one.batch} waiting={one} mayDraw={mayDraw} />
      ))}
      <Card title="抽取记录">
        <Table
          caption="抽取记录"
          captionHidden
          columns={columns}
          rows={draws}
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有抽取记录" />}
        />
      </Card>
      <Article>第九条：省工业和信息化厅对各地备案的企业进行抽查。抽查比例没有规定，由省厅确定。</Article>
    </Main>
  )
}
