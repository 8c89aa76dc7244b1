import type {
  ConditionInWords,
  DimensionInWords,
  IndicatorInWords,
  StandardInWords,
} from '../../../regime/evaluation/reading/standard-in-words.ts'
import { Article } from '../article/Article.tsx'
import { Card } from '../card/Card.tsx'
import { Table } from '../table/Table.tsx'
import { RuleWords } from './RuleWords.tsx'
import './standard-words.css'

const Notes = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.length > 0 && (
    <ul className="standard-words__notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )

const Indicator = ({ indicator }: { readonly indicator: IndicatorInWords }) => (
  <section className="standard-words__entry" aria-label={`${indicator.id} ${indicator.name}`}>
    <h3>
      <span className="standard-words__id">{indicator.id}</span> {indicator.name}
      <span className="standard-words__cap">满分 {indicator.cap} 分</span>
    </h3>
    {indicator.tables.length > 1 && <p className="small muted">以下各表，按对企业有利的一表计分：</p>}
    {indicator.tables.map((table) => (
      <Table
        key={table.subject}
        caption={table.subject}
        captionHidden={table.subject === indicator.name}
        rows={table.steps.map((step, index) => ({ ...step, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'text',
            head: '情形',
            primary: true,
            cell: ({ option, text }) => (option === null ? text : `${option} ${text}`),
          },
          { id: 'points', head: '得分', numeric: true, cell: ({ points }) => `${points} 分` },
        ]}
      />
    ))}
    {indicator.tables.length === 0 && <p>由主管部门评定得分。</p>}
    <Notes notes={indicator.notes} />
    <Article>{indicator.cite}</Article>
  </section>
)

const Dimension = ({ dimension }: { readonly dimension: DimensionInWords }) => (
  <Card title={`评价指标：${dimension.name}`} aside={`满分 ${dimension.cap} 分`}>
    {dimension.indicators.map((indicator) => (
      <Indicator key={indicator.id} indicator={indicator} />
    ))}
  </Card>
)

const Condition = ({ condition }: { readonly condition: ConditionInWords }) => (
  <section className="standard-words__entry" aria-label={`${condition.id} ${condition.name}`}>
    <h3>
      <span className="standard-words__id">{condition.id}</span> {condition.name}
    </h3>
    <RuleWords rule={condition.rule} />
    <Notes notes={condition.notes} />
    <Article>{condition.cite}</Article>
  </section>
)

/** A standard read out in the law's order: what is looked at, what it gives, what must be met, what its words mean. */
export const StandardWords = ({ standard }: { readonly standard: StandardInWords }) => (
  <div className="standard-words">
    {standard.dimensions.map((dimension) => (
      <Dimension key={dimension.id} dimension={dimension} />
    ))}
    <Card title="认定条件">
      <p>
        符合{standard.aim}：{standard.outcome.join === 'all' ? '以下条件须同时满足。' : '满足以下条件之一。'}
      </p>
      {standard.outcome.join === 'all' || standard.outcome.join === 'any' ? (
        <RuleWords rule={{ ...standard.outcome, text: '' }} />
      ) : (
        <RuleWords rule={standard.outcome} />
      )}
      {standard.conditions.map((condition) => (
        <Condition key={condition.id} condition={condition} />
      ))}
      <Notes notes={standard.notes} />
    </Card>
    {standard.terms.length > 0 && (
      <Card title="口径">
        <Table
          caption="本标准所用词语的含义"
          captionHidden
          rows={standard.terms}
          rowKey={({ path }) => path.join('/')}
          columns={[
            { id: 'label', head: '事项', primary: true, cell: ({ label }) => label },
            { id: 'text', head: '含义', cell: ({ text }) => text },
            { id: 'cite', head: '依据', cell: ({ cite }) => cite ?? '—' },
          ]}
        />
      </Card>
    )}
  </div>
)
