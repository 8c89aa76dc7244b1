import { useEffect } from 'react'
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router'
import type { Movement } from '../../../../contract/effects.ts'
import { apiOf } from '../../../api.ts'
import { Article } from '../../../components/article/Article.tsx'
import { Button } from '../../../components/button/Button.tsx'
import { Card } from '../../../components/card/Card.tsx'
import { DateField } from '../../../components/field/TextField.tsx'
import { Main } from '../../../shell/Main.tsx'
import { EffectView } from './EffectView.tsx'
import { TurnedFirms } from './TurnedFirms.tsx'
import { counted } from './words.ts'
import './effect.css'

const labels: { readonly [M in Movement]: string } = {
  lost: '不再通过',
  gained: '新通过',
  opened: '转为待定',
  other: '其他变化',
}

const movements = Object.keys(labels) as readonly Movement[]

/** The parts of the address that the question consists of. */
const questionOf = (search: URLSearchParams) => {
  const [asOf, upon] = [search.get('asOf'), search.get('upon')]
  return { ...(asOf ? { asOf } : {}), ...(upon ? { upon } : {}) }
}

/** What an edition would do to everybody who has handed in (第八条, B4). */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const edition = params.edition ?? ''
  const search = new URL(request.url).searchParams
  const question = questionOf(search)
  const movement = movements.find((one) => one === search.get('movement'))
  const after = search.get('after') ?? undefined
  const effect = await api.effects.of({ params: { edition }, query: question })
  const firms =
    effect.state === 'ready' && effect.turned > 0
      ? await api.effects.firms({
          params: { edition },
          query: { ...question, ...(movement && { movement }), ...(after !== undefined && { after }) },
        })
      : undefined
  return { edition, question, movement, effect, firms }
}

type Data = Awaited<ReturnType<typeof loader>>

/** The address of this page with another part of the list. */
const at = ({ question }: Data, more: { readonly movement?: string; readonly after?: string }): string =>
  `?${new URLSearchParams({ ...question, ...more }).toString()}`

export const Component = () => {
  const data = useLoaderData<typeof loader>()
  const { edition, effect, question } = data
  return (
    <Main title="对现有企业的影响">
      <p className="small no-print">
        <Link to={`/office/editions/${edition}`}>标准版本</Link>
      </p>
      <div className="stack stack--tight">
        <h1>对现有企业的影响</h1>
        <p className="muted">
          {effect.state === 'ready' ? `${effect.after.title}，与现行版本逐家比较` : '与现行版本逐家比较'}
        </p>
      </div>
      <Form method="get" className="effect__day no-print">
        {question.upon && <input type="hidden" name="upon" value={question.upon} />}
        <DateField
          name="asOf"
          label="评价日期"
          hint="全部企业按这一天申报评价；换到下一年，上一年度随之改变。"
          defaultValue={question.asOf ?? (effect.state === 'ready' ? effect.asOf : '')}
          key={question.asOf ?? ''}
        />
        <Button type="submit" tone="quiet">
          重新计算
        </Button>
      </Form>
      {effect.state === 'computing' ? (
        <Computing done={effect.done} firms={effect.firms} />
      ) : (
        <EffectView effect={effect} listOf={(movement) => `${at(data, { movement })}#firms`}>
          <div id="firms">
            <List data={data} total={effect.turned} listed={effect.listed} />
          </div>
        </EffectView>
      )}
      <Article>第八条：评价和认定标准由工业和信息化部制定；特色化指标由省厅结合本地实际制定。</Article>
    </Main>
  )
}

/** Most provinces take seconds; the page looks again by itself. */
const Computing = ({ done, firms }: { readonly done: number; readonly firms: number }) => {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(() => void revalidate(), 1000)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  return (
    <Card title="正在逐家评价">
      <progress className="effect__progress" aria-label="评价进度" max={Math.max(firms, 1)} value={done} />
      <p role="status">
        {firms === 0 ? '正在清点企业……' : `已评价 ${counted(done)} 家，共 ${counted(firms)} 家。`}
        完成后自动显示；没有自动显示的，请刷新页面。
      </p>
    </Card>
  )
}

const List = ({ data, total, listed }: { readonly data: Data; readonly total: number; readonly listed: number }) => {
  const { firms, movement } = data
  if (firms?.state !== 'ready') return null
  const filters = [undefined, ...movements].map((one) => ({
    label: one ? labels[one] : '全部',
    to: at(data, one ? { movement: one } : {}),
    current: one === movement,
  }))
  const next = firms.next === null ? {} : { next: at(data, { ...(movement && { movement }), after: firms.next }) }
  return <TurnedFirms firms={firms.firms} total={total} listed={listed} filters={filters} {...next} />
}
