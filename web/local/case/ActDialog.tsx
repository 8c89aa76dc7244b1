import { useState } from 'react'
import type { CaseDetail } from '../../../contract/case-view.ts'
import type { OfficerAct } from '../../../contract/officer-act.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import { stepEntry } from '../../../regime/procedure/steps.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { DateField, TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { type ActForm, actForms, actTone, movesForward, rejectionChoices, returnChoices } from './act-forms.ts'
import type { ClaimedFact } from './facts.ts'
import { emptyReason, type ReasonDraft, ReasonsField, reasonsProblem } from './ReasonsField.tsx'

type Available = CaseDetail['available'][number]

interface Draft {
  readonly note: string
  readonly reasons: readonly ReasonDraft[]
  readonly due: string
  readonly on: string
  readonly first: string
  readonly second: string
  readonly by: string
  readonly findings: string
}

const names = (text: string): string[] => text.split(/[、,，\s]+/).filter((name) => name.length > 1)

/** What still has to be filled in, in words; undefined when the act can be done. */
const problemIn = (form: ActForm, draft: Draft): string | undefined => {
  if (form === 'note' && draft.note.trim().length < 2) return '请写明意见，对方会看到。'
  if (form === 'return' || form === 'reject' || form === 'spot-check-reject') {
    const problem = reasonsProblem(draft.reasons)
    if (problem) return problem
  }
  if (form === 'return' && draft.due === '') return '请填写补正期限。'
  if (form === 'schedule') {
    if (draft.on === '') return '请填写核查日期。'
    if (draft.first === '' || draft.second === '') return '请选择两名核查人员。'
    if (draft.first === draft.second) return '两名核查人员不能是同一人。'
  }
  if (form.startsWith('spot-check')) {
    if (draft.on === '') return '请填写抽查日期。'
    if (names(draft.by).length < 2) return '请填写不少于两名抽查人员，用顿号分开。'
    if (draft.findings.trim().length < 2) return '请写明抽查情况。'
  }
  return undefined
}

const reasonsOf = (draft: Draft) =>
  draft.reasons.map(({ code, path, text }) => ({ code, text: text.trim(), ...(path && { path }) }))

const payloadOf = (form: ActForm, draft: Draft): unknown => {
  const note = draft.note.trim()
  const spotCheck = { on: draft.on, by: names(draft.by), findings: draft.findings.trim() }
  const rejection = { reasons: reasonsOf(draft) }
  switch (form) {
    case 'note':
      return { note }
    case 'optional-note':
      return note === '' ? {} : { note }
    case 'return':
      return { reasons: reasonsOf(draft), due: draft.due }
    case 'reject':
      return rejection
    case 'schedule':
      return { on: draft.on, verifiers: [draft.first, draft.second] }
    case 'spot-check':
      return spotCheck
    case 'spot-check-reject':
      return { ...spotCheck, ...rejection }
  }
}

/**
 * The question before an act: what it asks, where the case will stand, and the one button that does it. Closing it
 * keeps what was typed; a refusal is shown here and loses nothing.
 */
export const ActDialog = ({
  detail,
  act,
  facts,
  verifiers,
  today,
  onClose,
}: {
  readonly detail: CaseDetail
  readonly act: Available
  readonly facts: readonly ClaimedFact[]
  readonly verifiers: readonly { readonly id: string; readonly name: string }[]
  readonly today: string
  readonly onClose: (done: boolean) => void
}) => {
  const form = actForms[act.act] as ActForm
  const [asked, setAsked] = useState(false)
  const [draft, setDraft] = useState<Draft>({
    note: '',
    reasons: [emptyReason],
    due: detail.defaults.correctionDue,
    on: today,
    first: detail.visit?.verifiers[0]?.id ?? '',
    second: detail.visit?.verifiers[1]?.id ?? '',
    by: '',
    findings: '',
  })
  const {
    act: send,
    renew,
    pending,
    problem,
  } = useAct((api, options) => {
    const body = { act: act.act, payload: payloadOf(form, draft), baseSeq: detail.seq } as OfficerAct
    return api.cases.act({ params: { case: detail.id }, body }, options)
  })
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    renew()
  }
  const missing = problemIn(form, draft)
  const perform = async () => {
    setAsked(true)
    if (!missing && (await send())) onClose(true)
  }
  const where = [...new Set(act.to.map((step) => stepEntry(step as never).official))].join(' 或 ')
  const options = verifiers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Dialog
      open
      title={act.label}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button tone={actTone(act.act) === 'danger' ? 'danger' : 'primary'} pending={pending} onClick={perform}>
            {act.label}
          </Button>
          <Button tone="quiet" onClick={() => onClose(false)}>
            取消
          </Button>
        </>
      }
    >
      <p className="muted small">
        {detail.enterpriseName} · 办理后：{where} · 依据：{act.article}
      </p>
      <ShortOfStandard detail={detail} act={act.act} />
      {form === 'return' && (
        <>
          <ReasonsField
            choices={returnChoices}
            facts={facts}
            textLabel="需要补正什么"
            value={draft.reasons}
            onChange={(reasons) => change({ reasons })}
          />
          <DateField
            name="due"
            label="补正期限"
            hint={`默认按批次通知计算${detail.defaults.correctionDueProvisional ? '（暂定：当年放假安排未公布）' : ''}`}
            min={today}
            value={draft.due}
            onChange={({ target }) => change({ due: target.value })}
          />
        </>
      )}
      {form.startsWith('spot-check') && (
        <>
          <DateField
            name="on"
            label="抽查日期"
            value={draft.on}
            onChange={({ target }) => change({ on: target.value })}
          />
          <TextField
            name="by"
            label="抽查人员"
            hint="不少于两人，用顿号分开"
            value={draft.by}
            onChange={({ target }) => change({ by: target.value })}
          />
          <TextAreaField
            name="findings"
            label="抽查情况"
            value={draft.findings}
            onChange={({ target }) => change({ findings: target.value })}
          />
        </>
      )}
      {(form === 'reject' || form === 'spot-check-reject') && (
        <ReasonsField
          choices={rejectionChoices}
          facts={facts}
          textLabel="具体理由，企业会看到"
          value={draft.reasons}
          onChange={(reasons) => change({ reasons })}
        />
      )}
      {form === 'schedule' && (
        <>
          <DateField
            name="on"
            label="核查日期"
            min={today}
            value={draft.on}
            onChange={({ target }) => change({ on: target.value })}
          />
          <SelectField
            name="first"
            label="核查人员（一）"
            options={options}
            value={draft.first}
            onChange={({ target }) => change({ first: target.value })}
          />
          <SelectField
            name="second"
            label="核查人员（二）"
            options={options}
            value={draft.second}
            onChange={({ target }) => change({ second: target.value })}
          />
        </>
      )}
      {(form === 'note' || form === 'optional-note') && (
        <TextAreaField
          name="note"
          label="意见"
          optional={form === 'optional-note'}
          rows={3}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      )}
      {asked && missing && (
        <p className="field__error" role="alert">
          {missing}
        </p>
      )}
      <ProblemBanner problem={problem} />
    </Dialog>
  )
}

/** Nobody lets a firm through unawares whose own figures fall short; the officer still decides. */
const ShortOfStandard = ({ detail, act }: { readonly detail: CaseDetail; readonly act: string }) => {
  const result = detail.submission?.result as Result | undefined
  if (!result || result.outcome === 'met' || !movesForward(act, detail.proposal?.outcome)) return null
  const title = result.outcome === 'unmet' ? '按申报数据，没有达到评价标准' : '按申报数据，能否达到评价标准尚不能确定'
  return (
    <Banner tone="open" title={title}>
      {result.explanation.sentence}系统只作提示，由您判断。
    </Banner>
  )
}
