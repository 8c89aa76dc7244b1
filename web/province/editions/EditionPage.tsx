import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EditionDifferences } from '../../components/edition-difference/EditionDifferences.tsx'
import { intervalOf, standingOf, tierNames } from '../../components/edition-difference/edition-words.ts'
import { StandardWords } from '../../components/standard-words/StandardWords.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Timeline } from '../../components/timeline/Timeline.tsx'
import { Main } from '../../shell/Main.tsx'
import { EditionDecision } from './EditionDecision.tsx'
import './editions.css'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.editions.get({ params: { edition: params.edition ?? '' } })
}

/** One edition: where it stands, what it changes, what it says, its files, what was done with it (第八条). */
export const Component = () => {
  const detail = useLoaderData<typeof loader>()
  const { edition, readings, files, note, reasons, acts } = detail
  const [tone, word] = standingOf(edition)
  // Firms are compared under what is in force: a standard that waits itself has no effect to measure against.
  const measurable = readings.filter(({ upon, comparison }) => comparison.with && upon?.status !== 'proposed')
  return (
    <Main title={edition.title}>
      <p>
        <Link to="/office/editions">标准版本</Link>
      </p>
      <div className="row row--between">
        <h1>{edition.title}</h1>
        <Tag tone={tone}>{word}</Tag>
      </div>
      <Card title="版本">
        <dl className="edition">
          <div>
            <dt>层次</dt>
            <dd>{tierNames[edition.tier]}</dd>
          </div>
          <div>
            <dt>文号</dt>
            <dd>{edition.instrument}</dd>
          </div>
          <div>
            <dt>文件写明的施行期间</dt>
            <dd>{intervalOf(edition)}</dd>
          </div>
          <div>
            <dt>供新批次使用</dt>
            <dd>{edition.effectiveOn ? `自 ${edition.effectiveOn} 起` : '尚未批准'}</dd>
          </div>
          <div>
            <dt>编号</dt>
            <dd>{edition.id}</dd>
          </div>
          <div className="edition__whole">
            <dt>内容摘要（SHA-256）</dt>
            <dd className="edition__digest">{edition.digest}</dd>
          </div>
        </dl>
        {note && (
          <p>
            <strong>提交说明：</strong>
            {note}
          </p>
        )}
        {edition.house && <p className="muted">随程序提供的版本。</p>}
      </Card>
      {reasons && (
        <Banner tone="open" title="不予批准">
          <p>{reasons}</p>
        </Banner>
      )}
      <EditionDecision detail={detail} />
      {measurable.length > 0 && (
        <Card title="对现有企业的影响">
          <p>按本版本和现行版本，对全省已提交申报的企业逐家评价：谁通过、谁不再通过，按地区和行业。</p>
          <div className="row">
            {measurable.map(({ upon }) => (
              <LinkButton
                key={upon?.key ?? 'own'}
                tone="plain"
                to={`/office/editions/${edition.key}/effect${upon ? `?upon=${encodeURIComponent(upon.id)}` : ''}`}
              >
                {upon ? `测算对“${upon.title}”的影响` : '测算影响'}
              </LinkButton>
            ))}
          </div>
        </Card>
      )}
      {readings.map(({ upon, comparison }) =>
        comparison.with ? (
          <EditionDifferences
            key={upon?.key ?? 'own'}
            title={
              upon
                ? `加在“${upon.title}”上的变化`
                : `与“${comparison.with.title}”（${comparison.with.instrument}）的差异`
            }
            differences={comparison.differences}
          />
        ) : (
          <Banner key={upon?.key ?? 'own'} title="没有更早的版本可以比较" />
        ),
      )}
      {acts.length > 0 && (
        <Card title="办理经过">
          <Timeline
            label="办理经过"
            entries={[...acts].reverse().map((act) => ({
              id: act.at + act.label,
              at: instantText(act.at),
              title: act.label,
              by: act.by,
              body: act.words.length > 0 ? act.words.map((line) => <p key={line}>{line}</p>) : undefined,
              official: true,
            }))}
          />
        </Card>
      )}
      {readings.map(({ upon, words }) => (
        <section key={upon?.key ?? 'own'} aria-label={upon ? `${upon.title}连同附加条件` : '标准内容'}>
          <h2>{upon ? `${upon.title}，连同附加条件` : '标准内容'}</h2>
          <StandardWords standard={words} />
        </section>
      ))}
      {files.map(({ name, text }) => (
        <details key={name} className="edition__file">
          <summary>文件 {name}</summary>
          <pre>{text}</pre>
        </details>
      ))}
      <Article>第八条：每一版标准都保留原文；已固定该版本的案件不受以后版本影响。</Article>
    </Main>
  )
}
