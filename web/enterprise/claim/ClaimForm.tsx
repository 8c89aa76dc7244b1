import { useRef, useState } from 'react'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { Scripted } from '../../act/Scripted.tsx'
import { useAct } from '../../act/useAct.ts'
import { useSaving } from '../../act/useSaving.ts'
import { browserApi } from '../../api.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { ErrorSummary, type FieldError } from '../../components/error-summary/ErrorSummary.tsx'
import { type AttachedFile, EvidenceUpload } from '../../components/evidence-upload/EvidenceUpload.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { SavingNote } from '../../components/field/Field.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { useShell } from '../../shell/shell-data.ts'
import type { ShownClaim } from './ClaimPage.tsx'

interface Draft {
  readonly personName: string
  readonly position: string
  readonly phone: string
  readonly statement: string
  readonly licence: readonly AttachedFile[]
  readonly letter: readonly AttachedFile[]
}

/** What keeps the claim from being handed in. Said when the person asks for it, not before. */
export const claimErrors = (draft: Draft): readonly FieldError[] => [
  ...(draft.licence.length === 0 ? [{ field: 'licence', message: '请上传营业执照。' }] : []),
  ...(draft.letter.length === 0 ? [{ field: 'letter', message: '请上传加盖公章的授权书。' }] : []),
  ...(draft.personName.trim().length < 2 ? [{ field: 'personName', message: '请填写您的姓名。' }] : []),
  ...(draft.position.trim().length < 2 ? [{ field: 'position', message: '请填写您在企业的职务。' }] : []),
  ...(/^[0-9+\-() 转]{7,30}$/.test(draft.phone.trim())
    ? []
    : [{ field: 'phone', message: '请填写可以联系到您的电话号码。' }]),
]

const bodyOf = ({ licence, letter, ...words }: Draft) => ({
  ...words,
  licence: licence.map(({ id }) => id),
  letter: letter.map(({ id }) => id),
})

/** The proof a person hands in: licence, letter of authority, who they are. Kept as a draft while it is filled in. */
export const ClaimForm = ({ claim }: { readonly claim: ShownClaim }) => {
  const person = useShell()?.person?.id
  const [draft, setDraft] = useState<Draft>({
    personName: claim.name,
    position: claim.position,
    phone: claim.phone,
    statement: claim.statement,
    licence: claim.licence,
    letter: claim.letter,
  })
  const latest = useRef(draft)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const params = { authority: claim.authority as LocalCode, claim: claim.claim }
  const { saving, change, flush } = useSaving<Draft, number>(async (value, version) => {
    const { client } = await browserApi()
    await client.claims.saveDraft({ params, body: bodyOf(value) })
    return version
  }, 0)
  const { act, pending, problem, renew } = useAct((api, options) =>
    api.claims.submit({ params, body: bodyOf(draft) }, options),
  )
  const put = (update: (before: Draft) => Partial<Draft>): void => {
    renew()
    // Several files may arrive within one rendering: each builds on the newest, not on what was rendered.
    latest.current = { ...latest.current, ...update(latest.current) }
    setDraft(latest.current)
    change(latest.current)
  }
  const papers = (which: 'licence' | 'letter') => ({
    name: which,
    owner: { kind: 'claim', ...params } as const,
    person,
    files: draft[which],
    href: (id: string) => officeEvidence(claim.authority, id),
    error: errors.find(({ field }) => field === which)?.message,
    onEvidence: (file: AttachedFile) =>
      put((before) => ({
        [which]: before[which].some(({ id }) => id === file.id) ? before[which] : [...before[which], file],
      })),
    onRemove: (removed: string) => put((before) => ({ [which]: before[which].filter(({ id }) => id !== removed) })),
  })
  const text = (which: 'personName' | 'position' | 'phone' | 'statement') => ({
    name: which,
    value: draft[which],
    error: errors.find(({ field }) => field === which)?.message,
    onChange: (event: { target: { value: string } }) => put(() => ({ [which]: event.target.value })),
    onBlur: () => void flush(),
  })
  return (
    <form
      method="post"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        const found = claimErrors(draft)
        setErrors(found)
        if (found.length > 0 || pending) return
        await flush()
        await act()
      }}
    >
      <Scripted>
        <ErrorSummary errors={errors} />
        <Card title="证明材料">
          <EvidenceUpload
            {...papers('licence')}
            label="营业执照"
            hint="扫描件或照片，名称、统一社会信用代码和公章清晰可辨。"
          />
          <EvidenceUpload
            {...papers('letter')}
            label="授权书"
            hint="写明企业授权您办理优质中小企业申报事项，法定代表人签字、加盖公章；法定代表人本人办理的，上传身份证明。"
          />
        </Card>
        <Card title="申请人" aside={<SavingNote saving={saving} />}>
          <div className="columns">
            <TextField {...text('personName')} label="姓名" hint="与授权书一致。" maxLength={50} autoComplete="name" />
            <TextField {...text('position')} label="职务" maxLength={50} autoComplete="organization-title" />
            <TextField {...text('phone')} label="联系电话" maxLength={30} inputMode="tel" autoComplete="tel" />
          </div>
          <TextAreaField {...text('statement')} label="需要说明的情况" optional maxLength={1000} rows={3} />
        </Card>
        <ProblemBanner problem={problem} />
        <p className="row">
          <Button type="submit" pending={pending}>
            提交，等待核实
          </Button>
          <span className="small muted">内容自动保存，可以稍后再来。</span>
        </p>
      </Scripted>
    </form>
  )
}
