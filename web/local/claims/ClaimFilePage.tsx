import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { EvidenceItem } from '../../../contract/claims.ts'
import { apiOf } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { EvidenceViewer } from '../../components/evidence-viewer/EvidenceViewer.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { ClaimActs } from './ClaimActs.tsx'
import { ClaimSideCard } from './ClaimSideCard.tsx'
import { officeClaimWords } from './claim-words.ts'
import './claims.css'

/** One claim to decide: who asks, who else stands for the firm, the papers open beside. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return { file: await api.claims.file({ params: { claim: params.claim ?? '' } }) }
}

export const Component = () => {
  const { file } = useLoaderData<typeof loader>()
  const officer = useShell()?.person?.officer
  const { enterprise, claim, owners, rivals, earlier, dispute } = file
  const [chosen, setChosen] = useState<EvidenceItem | undefined>(claim.licence[0])
  const view = { onOpen: setChosen, opened: chosen?.id }
  return (
    <>
      <Main title={`认领 ${enterprise.name}`} className="claim-file">
        <header className="stack stack--tight">
          <p className="row">
            <span className="muted">企业认领</span>
            <Tag tone={claim.status === 'waiting' || claim.status === 'proposed' ? 'open' : 'plain'}>
              {officeClaimWords(claim)}
            </Tag>
            {dispute && <Tag tone="fail">有争议</Tag>}
          </p>
          <h1>{enterprise.name}</h1>
          <p className="small muted">
            {enterprise.uscc}
            {enterprise.usccConfirmed && '（特殊代码，已核验）'} · {instantText(enterprise.registeredAt)} 登记
          </p>
        </header>
        {dispute && (
          <Banner tone="open" title="已有负责人，或另有人申请">
            <p>请比较各方材料。经办提出意见，另一人审批后生效；生效之前现负责人照常办理（第七条）。</p>
          </Banner>
        )}
        <div className="claim-file__body">
          <div className="stack">
            <div className="claim-file__sides">
              <ClaimSideCard title="申请人" side={claim} {...view} />
              {owners.map((owner) =>
                owner.claim ? (
                  <ClaimSideCard
                    key={owner.person}
                    title={`现负责人（${instantText(owner.since)} 起）`}
                    side={owner.claim}
                    {...view}
                  />
                ) : (
                  <Card key={owner.person} level={3} title={`现负责人（${instantText(owner.since)} 起）`}>
                    <p>{owner.name}，由其他负责人邀请加入，没有单独提交认领材料。</p>
                  </Card>
                ),
              )}
              {rivals.map((rival) => (
                <ClaimSideCard key={rival.claim} title="另一申请人" side={rival} {...view} />
              ))}
            </div>
            {earlier.length > 0 && (
              <Card level={3} title="以前的申请">
                <ul className="claim-file__earlier">
                  {earlier.map((side) => (
                    <li key={side.claim}>
                      {side.name} · {officeClaimWords(side)} · {instantText(side.since)}
                      {side.reasons.length > 0 && (
                        <span className="muted">：{side.reasons.map(({ text }) => text).join('；')}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </div>
          <div className="claim-file__viewer">
            {chosen && officer ? (
              <EvidenceViewer file={chosen} href={officeEvidence(officer.authority, chosen.id)} />
            ) : (
              <EmptyState title="选一份材料查看" />
            )}
          </div>
        </div>
      </Main>
      <ClaimActs key={`${claim.claim} ${claim.seq}`} file={file} />
    </>
  )
}
