import type { PublishedFirm } from '../../../contract/lists.ts'
import type { PublicNotice } from '../../../contract/notices.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { noticePath } from '../notices/words.ts'
import './objection.css'

/** What the objector takes away: the number that opens the answer, and nothing else does. */
export const ObjectionReceipt = ({
  receipt,
  receivedAt,
  firm,
  notice,
}: {
  readonly receipt: string
  readonly receivedAt: string
  readonly firm: PublishedFirm
  readonly notice: PublicNotice
}) => (
  <>
    <h1>异议已收到</h1>
    <Banner tone="pass" live title="请记下回执编号，凭编号查询处理结果。">
      编号只显示这一次，遗失后不能找回。
    </Banner>
    <Card title="回执">
      <p className="objection-receipt__number">{receipt}</p>
      <dl className="facts">
        <div>
          <dt>收到</dt>
          <dd>{instantText(receivedAt)}</dd>
        </div>
        <div>
          <dt>受理机关</dt>
          <dd>{notice.office}</dd>
        </div>
        <div>
          <dt>被提出异议的企业</dt>
          <dd>{firm.name}</dd>
        </div>
        <div>
          <dt>公示名单</dt>
          <dd>{notice.title}</dd>
        </div>
      </dl>
      <p className="row no-print">
        <LinkButton to={`/lookup?objection=${encodeURIComponent(receipt)}`}>查询处理结果</LinkButton>
        <Button tone="quiet" onClick={() => window.print()}>
          打印回执
        </Button>
        <LinkButton tone="plain" to={noticePath(notice)}>
          回到公示名单
        </LinkButton>
      </p>
    </Card>
  </>
)
