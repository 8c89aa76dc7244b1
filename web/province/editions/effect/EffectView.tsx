import type { ReactNode } from 'react'
import type { EditionEffect } from '../../../../contract/effects.ts'
import { movementOf } from '../../../../regime/evaluation/effect/matrix.ts'
import { Banner } from '../../../components/banner/Banner.tsx'
import { Card } from '../../../components/card/Card.tsx'
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx'
import { Figure } from '../../../components/figure/Figure.tsx'
import { instantText } from '../../../components/timeline/instant.ts'
import { CausesTable } from './CausesTable.tsx'
import { IndustriesTable } from './IndustriesTable.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { PlacesGrid } from './PlacesGrid.tsx'
import { counted } from './words.ts'
import './effect.css'

/**
 * What an edition would do to everybody who has handed in (R8.2, B4): three figures, the table of turns, by place and by
 * industry, and what pulled them. Fed by `api.effects.of` (GET /api/editions/:edition/effect) once its state is `ready`;
 * `children` is the list of the turned firms (TurnedFirms, fed by `api.effects.firms`).
 */
export const EffectView = ({
  effect,
  listOf,
  children,
}: {
  readonly effect: EditionEffect
  /** Where the list of a movement stands, for the figures to lead there. */
  readonly listOf?: (movement: 'lost' | 'gained' | 'opened') => string
  readonly children?: ReactNode
}) => {
  const { firms, turned, total } = effect
  const { lost, gained, opened, metBefore, metAfter } = movementOf(total)
  if (firms === 0)
    return (
      <Card>
        <EmptyState title="还没有企业提交过申报">有企业提交以后，这里会显示新版本对它们的影响。</EmptyState>
        <Basis effect={effect} />
      </Card>
    )
  const to = (movement: 'lost' | 'gained' | 'opened', count: number) =>
    listOf && count > 0 ? { to: listOf(movement) } : {}
  return (
    <>
      <Card className="effect__top">
        {turned === 0 && <Banner title="没有一家企业的结论会改变。" />}
        <div className="effect__figures">
          <Figure value={lost} unit="家" label="不再通过" note="现在通过，新版不通过" {...to('lost', lost)} />
          <Figure value={gained} unit="家" label="新通过" note="现在未通过，新版通过" {...to('gained', gained)} />
          <Figure value={opened} unit="家" label="转为待定" note="现在有结论，新版尚缺事实" {...to('opened', opened)} />
        </div>
        <p className="effect__sum">
          通过的企业由 <b>{counted(metBefore)}</b> 家变为 <b>{counted(metAfter)}</b> 家。
        </p>
        <Basis effect={effect} />
      </Card>
      {turned > 0 && (
        <>
          <div className="effect__pair">
            <Card title="各地通过家数的增减">
              <PlacesGrid effect={effect} />
            </Card>
            <Card title="结论的变化">
              <MatrixTable matrix={total} />
            </Card>
          </div>
          <Card title="随之变化的条件和指标">
            <CausesTable causes={effect.causes} />
          </Card>
          <Card title="按行业">
            <IndustriesTable industries={effect.industries} />
          </Card>
          {children}
        </>
      )}
    </>
  )
}

/** What is counted, said in words: a figure without its population is none. */
const Basis = ({ effect: { firms, unreadable, asOf, upTo, before, after } }: { readonly effect: EditionEffect }) => (
  <div className="effect__basis">
    <p>
      以每家企业最近一次提交的事实为准，共 {counted(firms)} 家；未提交过的不计。全部按 {asOf} 申报评价
      {upTo !== null && `，提交截至 ${instantText(upTo)}`}。
      {unreadable > 0 && `另有 ${counted(unreadable)} 家的事实按现行格式不能读取，未计入。`}
    </p>
    <p>
      现行：{editionText(before)}；新版：{editionText(after)}。
    </p>
    <p>企业提交的数据未经全部核实，结果只供制定标准参考，不改变任何已作出的决定。</p>
  </div>
)

/** An edition by its title and the first digits of its digest: two readings of one standard have the same title. */
const editionText = ({ title, instrument, edition }: EditionEffect['before']): string =>
  `${title}（${instrument}，摘要 ${edition.replace('sha256:', '').slice(0, 8)}）`
