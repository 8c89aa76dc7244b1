import { type ClaimReasonCode, claimReasons } from '../../../contract/claim-reasons.ts'
import type { ClaimSide, EvidenceItem } from '../../../contract/claims.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { formerOwnerWords, officeClaimWords, outcomeWords } from './claim-words.ts'

interface View {
  readonly onOpen: (item: EvidenceItem) => void
  readonly opened: string | undefined
}

/** One side of a claim: the person, what they say, their papers, and what officers held so far. */
export const ClaimSideCard = ({
  title,
  side,
  onOpen,
  opened,
}: View & { readonly title: string; readonly side: ClaimSide }) => (
  <Card level={3} title={title}>
    <dl className="claim-file__facts">
      <div>
        <dt>姓名</dt>
        <dd>
          {side.name}，{side.position}
        </dd>
      </div>
      <div>
        <dt>电话</dt>
        <dd>
          <a href={`tel:${side.phone}`}>{side.phone}</a>
        </dd>
      </div>
      {side.statement !== '' && (
        <div>
          <dt>说明</dt>
          <dd>{side.statement}</dd>
        </div>
      )}
      <Papers title="营业执照" items={side.licence} onOpen={onOpen} opened={opened} />
      <Papers title="授权书" items={side.letter} onOpen={onOpen} opened={opened} />
      <div>
        <dt>情况</dt>
        <dd>
          {officeClaimWords(side)} · {instantText(side.since)}
        </dd>
      </div>
      {side.answer && (
        <div>
          <dt>负责人说明</dt>
          <dd>
            {side.answer.text}
            <span className="muted small">
              {' '}
              {side.answer.by} {instantText(side.answer.at)}
            </span>
            <PaperButtons items={side.answer.evidence} onOpen={onOpen} opened={opened} />
          </dd>
        </div>
      )}
    </dl>
    {side.outcome !== null && (side.proposedByName !== null || side.decidedByName !== null) && (
      <div className="claim-file__opinion">
        <p>
          <b>{side.status === 'proposed' ? '经办意见' : '处理结果'}</b>：{outcomeWords[side.outcome]}
          {side.formerOwners && `，${formerOwnerWords[side.formerOwners]}`}
        </p>
        <ul>
          {side.reasons.map(({ code, text }) => (
            <li key={code + text}>
              {claimReasons[code as ClaimReasonCode] ?? code}：{text}
            </li>
          ))}
        </ul>
        <p className="small muted">
          {[
            side.proposedByName !== null &&
              side.proposedAt &&
              `${side.proposedByName} ${instantText(side.proposedAt)} 提出`,
            side.decidedByName !== null &&
              side.decidedAt &&
              `${side.decidedByName} ${instantText(side.decidedAt)} ${side.proposedByName === null ? '核实' : '审批'}`,
          ]
            .filter(Boolean)
            .join('；')}
        </p>
      </div>
    )}
    {side.sendBackNote !== null && side.status === 'waiting' && (
      <p className="claim-file__opinion">
        <b>审批退回</b>：{side.sendBackNote}
      </p>
    )}
  </Card>
)

const Papers = ({
  title,
  items,
  onOpen,
  opened,
}: View & { readonly title: string; readonly items: readonly EvidenceItem[] }) => (
  <div>
    <dt>{title}</dt>
    <dd>
      <PaperButtons items={items} onOpen={onOpen} opened={opened} />
    </dd>
  </div>
)

const PaperButtons = ({ items, onOpen, opened }: View & { readonly items: readonly EvidenceItem[] }) => (
  <span className="claim-file__papers">
    {items.map((item) => (
      <Button key={item.id} tone="plain" small aria-pressed={item.id === opened} onClick={() => onOpen(item)}>
        {item.name}
      </Button>
    ))}
  </span>
)
