import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { UsccAdmission } from '../../../contract/uscc-admissions.ts'
import { apiOf } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { DecideAdmission } from './DecideAdmission.tsx'
import { ProposeAdmission } from './ProposeAdmission.tsx'
import './uscc.css'

/** Codes of early pilots that break the national standard: admitted one by one, by two officers who saw the licence. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.usccAdmissions.list()
}

const states = {
  proposed: { label: '待审批', tone: 'open' },
  confirmed: { label: '准予登记', tone: 'pass' },
  refused: { label: '不准予登记', tone: 'fail' },
} as const

export const Component = () => {
  const { admissions } = useLoaderData<typeof loader>()
  const officer = useShell()?.person?.officer
  return (
    <Main title="特殊代码核验" narrow>
      <div className="stack stack--tight">
        <h1>特殊代码核验</h1>
        <p className="muted">
          少数早期试点企业的统一社会信用代码不符合 GB
          32100。核对营业执照原件后逐个核验；经办提请、审批准予后，企业可以恰好用这个代码在本地登记。
        </p>
      </div>
      {officer?.roles.includes('handler') && <ProposeAdmission key={admissions.length} />}
      {admissions.length === 0 ? (
        <Card>
          <EmptyState title="还没有核验过特殊代码" />
        </Card>
      ) : (
        admissions.map((admission) => (
          <AdmissionCard key={admission.id} admission={admission} authority={officer?.authority ?? ''} />
        ))
      )}
    </Main>
  )
}

const AdmissionCard = ({ admission, authority }: { readonly admission: UsccAdmission; readonly authority: string }) => {
  const { label, tone } = states[admission.status]
  return (
    <Card title={admission.uscc} aside={<Tag tone={tone}>{label}</Tag>}>
      <p>
        {admission.enterpriseName}
        <br />
        {admission.grounds}
      </p>
      <p className="uscc__papers">
        {admission.evidence.map(({ id, name }) => (
          <a key={id} href={officeEvidence(authority, id)} target="_blank" rel="noreferrer">
            {name}
          </a>
        ))}
      </p>
      <p className="small muted">
        {admission.proposedByName} {instantText(admission.proposedAt)} 提请
        {admission.decidedByName !== null &&
          admission.decidedAt !== null &&
          `；${admission.decidedByName} ${instantText(admission.decidedAt)} ${label}：${admission.note}`}
      </p>
      {admission.status === 'proposed' && <DecideAdmission admission={admission} />}
    </Card>
  )
}
