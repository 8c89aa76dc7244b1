import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { Deadline, dayText } from '../../components/deadline/Deadline.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import type { HomeData } from './HomePage.tsx'

const toDay = (batch: HomeData['batches'][number], today: string) =>
  batch.accepting ? (
    <Deadline day={batch.closesOn} days={daysBetween(today as Day, batch.closesOn as Day)} today={today} />
  ) : (
    <Tag>{dayText(batch.opensOn, today)}开始受理</Tag>
  )

/** Batches firms can apply in now or soon; nothing is shown where there is none. */
export const OpenBatches = ({ batches, today }: { readonly batches: HomeData['batches']; readonly today: string }) =>
  batches.length > 0 && (
    <Card title="正在受理的批次">
      <ul className="entries">
        {batches.map((batch) => (
          <li key={batch.id} className="entry">
            <span className="entry__words">
              <b>{batch.title}</b>
              <span className="entry__meta">{batch.documentNumber}</span>
            </span>
            {toDay(batch, today)}
            {batch.accepting && (
              <LinkButton small tone="quiet" to="/login?next=/enterprise">
                去申报
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
