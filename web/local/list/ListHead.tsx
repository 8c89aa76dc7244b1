import { Link } from 'react-router'
import type { ListDetail } from '../../../contract/lists.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { lengthWords } from '../../public/notices/words.ts'
import { kindWords, statusTag } from './words.ts'

const Period = ({ notice }: { readonly notice: NonNullable<ListDetail['notice']> }) => (
  <>
    <div>
      <dt>公示期</dt>
      <dd>
        <b className="serif">
          {dayText(notice.from)}至{dayText(notice.to, notice.from)}
        </b>{' '}
        {lengthWords({ days: notice.counted, basis: notice.basis })} {notice.provisional && <Tag tone="open">暂定</Tag>}
      </dd>
    </div>
    {notice.override && (
      <div>
        <dt>改期理由</dt>
        <dd>
          {notice.override.reason}
          <span className="list__sub">
            按规则推算为 {dayText(notice.override.computed.from)}至{dayText(notice.override.computed.to)}
          </span>
        </dd>
      </div>
    )}
    <div>
      <dt>联系方式</dt>
      <dd>{[notice.contact.phone, notice.contact.email, notice.contact.address].filter(Boolean).join(' · ')}</dd>
    </div>
  </>
)

const Announced = ({ announcement }: { readonly announcement: NonNullable<ListDetail['announcement']> }) => (
  <>
    <div>
      <dt>文号</dt>
      <dd>{announcement.documentNumber}</dd>
    </div>
    <div>
      <dt>称号有效期</dt>
      <dd>
        <b className="serif">
          {dayText(announcement.validFrom)}至{dayText(announcement.validTo)}
        </b>
      </dd>
    </div>
    {announcement.validityReason && (
      <div>
        <dt>不是三年的理由</dt>
        <dd>{announcement.validityReason}</dd>
      </div>
    )}
  </>
)

/** What a list states: issuer, batch, terms, who prepared and who decided it. */
export const ListHead = ({ list }: { readonly list: ListDetail }) => (
  <>
    <p className="small no-print">
      <Link to={kindWords[list.kind].path}>{kindWords[list.kind].list}</Link>
    </p>
    <div className="row row--between">
      <h1>{list.title}</h1>
      <Tag tone={statusTag(list).tone}>{statusTag(list).words}</Tag>
    </div>
    {list.status === 'sent-back' && (
      <Banner tone="open" title={`审批 ${list.decidedBy ?? ''} 退回经办`}>
        {list.note}
      </Banner>
    )}
    <Card>
      <dl className="facts">
        <div>
          <dt>机关</dt>
          <dd>{officeName(list.authority)}</dd>
        </div>
        <div>
          <dt>批次</dt>
          <dd>{list.batchTitle}</dd>
        </div>
        {list.notice && <Period notice={list.notice} />}
        {list.announcement && <Announced announcement={list.announcement} />}
        <div>
          <dt>经办</dt>
          <dd>
            {list.preparedBy} {instantText(list.preparedAt)}
          </dd>
        </div>
        <div>
          <dt>审批</dt>
          <dd>{list.decidedBy && list.decidedAt ? `${list.decidedBy} ${instantText(list.decidedAt)}` : '待审批'}</dd>
        </div>
      </dl>
    </Card>
  </>
)
