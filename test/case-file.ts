import { type CaseFile, type FiledAct, type FiledSubmission, sealOf } from '../regime/case-file/case-file.ts'
import { submissionText } from '../regime/case-file/submission-text.ts'
import type { Edition } from '../regime/evaluation/edition.ts'
import { judge } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { type EntryHeader, entryText, payloadText } from '../regime/journal/entry-text.ts'
import { sha256 } from '../regime/kernel/sha256.ts'
import { loadHouseEditions } from '../standards/load.ts'

// A case file as the house exports it, put together by hand: what the exported one is held against is in server/case.

const house = (id: string): Edition => loadHouseEditions().find(({ standard }) => standard.id === id) as Edition
const filed = ({ standard: { id, edition }, documents }: Edition) => ({ id, edition, documents })

const CASE = '0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0001'
const BATCH = '0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0002'
const PERSON = '0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0003'
const SUBMISSION = '0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0004'
const AT = '2026-08-28T01:00:00.000Z'

const facts = {
  asOf: '2026-08-28',
  application: 'new',
  enterprise: {
    name: '洛阳示例轴承有限公司',
    uscc: '91410300DEM01001XB',
    usccConfirmed: true,
    authority: '410300',
    registeredInHenan: true,
    independentLegalPerson: true,
    industry: '3451',
    abnormalOperation: false,
    seriousDishonesty: false,
    prohibitedProduct: false,
    incidents: [],
  },
  years: [
    { year: 2025, revenue: '6250', mainRevenue: '5100.25', rdExpense: '312.5', totalAssets: '9000', employees: 120 },
    { year: 2024, revenue: '5000', mainRevenue: '4400' },
  ],
  honours: [],
}

const entered = (): FiledSubmission => {
  const parsed = parseFacts(facts)
  const content = {
    at: AT,
    facts,
    evidence: [{ sha256: sha256('审计报告'), name: '2025 年度审计报告.pdf', paths: ['/years/2025/revenue'] }],
    result: judge(house('miit-2022-63/innovative').standard, parsed).result,
    eligibility: judge(house('henan-2023-131/eligibility').standard, parsed).result,
  }
  return {
    id: SUBMISSION,
    round: 1,
    ...content,
    digest: sha256(submissionText({ case: CASE, ...content })),
    receipt: 'SB20260828-410300-ABC234',
    declaredBy: '张三',
  }
}

const actOf = (seq: number, act: string, payload: object, told?: readonly string[]): FiledAct => {
  const firm = act.startsWith('application.')
  const salt = sha256(act).slice(0, 32)
  const entry: EntryHeader = {
    authority: '410300',
    position: 40 + seq * 3,
    id: `0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f10${String(seq).padStart(2, '0')}`,
    subject_kind: 'case',
    subject: CASE,
    subject_seq: seq,
    act,
    actor_kind: firm ? 'firm' : 'officer',
    office: firm ? null : '410300',
    at: AT,
    day: '2026-08-28',
    payload_digest: sha256(payloadText(salt, PERSON, payload)),
    previous: sha256(`${seq}`),
  }
  return {
    entry,
    digest: sha256(entryText(entry)),
    ...(told ? { told } : { opened: { person: PERSON, name: firm ? null : '李经办', payload, salt } }),
  }
}

const reasons = [{ code: 'evidence-missing', text: '请补充审计报告。' }]

/** The file of a case that was returned for correction, as an officer or as the firm has it. */
export const sampleCaseFile = (audience: 'official' | 'applicant'): CaseFile => {
  const submission = entered()
  const official = audience === 'official'
  const { digest, receipt } = submission
  const content = {
    format: 'tidu-case/1' as const,
    case: {
      id: CASE,
      authority: '410300',
      batch: { id: BATCH, documentNumber: '演示函〔2026〕12号', title: '2026 年度第二批创新型中小企业评价' },
      ...(official && { step: 'correction' }),
    },
    editions: {
      standard: filed(house('miit-2022-63/innovative')),
      eligibility: filed(house('henan-2023-131/eligibility')),
    },
    submissions: [submission],
    acts: [
      actOf(1, 'application.open', { batch: BATCH }),
      actOf(2, 'application.submit', { submission: SUBMISSION, digest, receipt }),
      actOf(
        3,
        'review.return',
        { reasons, due: '2026-09-08' },
        official ? undefined : ['退回补正', '补正期限：2026-09-08'],
      ),
    ],
  }
  return { ...content, seal: sealOf(content) }
}
