import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { EditionSummary } from '../../../contract/editions.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Card } from '../../components/card/Card.tsx'
import { intervalOf, standingOf, tierNames } from '../../components/edition-difference/edition-words.ts'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import './standards.css'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { editions } = await api.editions.list()
  // What is still being considered is shown where it is decided, also to officers.
  return { editions: editions.filter(({ status }) => status === 'in-force') }
}

const order = ['innovative', 'specialised', 'little-giant', 'eligibility', 'overlay'] as const

const Entry = ({ edition }: { readonly edition: EditionSummary }) => {
  const [tone, word] = standingOf(edition)
  return (
    <li className="standards__entry">
      <p className="standards__head">
        <Link to={`/standards/${edition.key}`}>{edition.title}</Link>
        <Tag tone={tone}>{word}</Tag>
      </p>
      <p className="muted">
        {edition.instrument}，{intervalOf(edition)}
      </p>
    </li>
  )
}

/** The standards in force and those before them, for everybody (第七条 公开透明). */
export const Component = () => {
  const { editions } = useLoaderData<typeof loader>()
  return (
    <Main title="标准">
      <h1>标准</h1>
      <p>评价、认定所依据的标准，逐条可读；每个批次按其通知选定的一版办理，选定后不变。</p>
      {order.map((tier) => {
        const own = editions.filter((edition) => edition.tier === tier).sort((a, b) => b.from.localeCompare(a.from))
        if (own.length === 0) return null
        return (
          <Card key={tier} title={tierNames[tier]}>
            <ul className="standards">
              {own.map((edition) => (
                <Entry key={edition.key} edition={edition} />
              ))}
            </ul>
          </Card>
        )
      })}
      <Article>第八条</Article>
    </Main>
  )
}
