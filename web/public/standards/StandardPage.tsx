import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { EditionDifferences } from '../../components/edition-difference/EditionDifferences.tsx'
import { intervalOf, standingOf, tierNames } from '../../components/edition-difference/edition-words.ts'
import { StandardWords } from '../../components/standard-words/StandardWords.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import './standards.css'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { edition, readings } = await api.editions.get({ params: { edition: params.edition ?? '' } })
  return { edition, readings }
}

/** One standard read out for everybody, and what it changed against the one before (第七条, 第八条). */
export const Component = () => {
  const { edition, readings } = useLoaderData<typeof loader>()
  const [tone, word] = standingOf(edition)
  return (
    <Main title={edition.title}>
      <p>
        <Link to="/standards">标准</Link>
      </p>
      <p className="standards__head">
        <span className="muted">{tierNames[edition.tier]}</span>
        <Tag tone={tone}>{word}</Tag>
      </p>
      <h1>{edition.title}</h1>
      <p>
        {edition.instrument}，{intervalOf(edition)}。
      </p>
      {readings.map(({ upon, words, comparison }) => (
        <section key={upon?.key ?? 'own'} aria-label={upon ? upon.title : edition.title} className="stack">
          {upon && <h2>加在“{upon.title}”上</h2>}
          {comparison.with && (
            <EditionDifferences
              title={
                upon
                  ? '附加条件带来的变化'
                  : `与上一版的差异：${comparison.with.title}（${comparison.with.instrument}）`
              }
              differences={comparison.differences}
            />
          )}
          <StandardWords standard={words} />
        </section>
      ))}
      <Article>第八条</Article>
    </Main>
  )
}
