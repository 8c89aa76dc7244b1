import { useId, useState } from 'react'
import { freshKey } from '../../../contract/fresh-key.ts'
import { readUscc } from '../../../regime/profile/uscc-reading.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { ErrorSummary, type FieldError } from '../../components/error-summary/ErrorSummary.tsx'
import { type AttachedFile, EvidenceUpload } from '../../components/evidence-upload/EvidenceUpload.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'

/** The handler's half: which code, on what grounds, with the licence. */
export const ProposeAdmission = () => {
  const [open, setOpen] = useState(false)
  // Made when the form is opened, in the browser: the licence is uploaded under it before the proposal exists.
  const [id, setId] = useState('')
  if (!open)
    return (
      <p>
        <Button
          tone="quiet"
          onClick={() => {
            setId(freshKey())
            setOpen(true)
          }}
        >
          提请核验一个代码…
        </Button>
      </p>
    )
  return <ProposalForm id={id} />
}

const ProposalForm = ({ id }: { readonly id: string }) => {
  const base = useId()
  const [uscc, setUscc] = useState('')
  const [enterpriseName, setName] = useState('')
  const [grounds, setGrounds] = useState('')
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { act, pending, problem, renew } = useAct((api, options) =>
    api.usccAdmissions.propose(
      { body: { id, uscc, enterpriseName, grounds, evidence: files.map((file) => file.id) } },
      options,
    ),
  )
  const reading = readUscc(uscc)
  const messageOf = (field: string) => errors.find((each) => each.field === `${base}${field}`)?.message
  const found = (): readonly FieldError[] => [
    ...(reading.uscc.length === 18 && reading.problem
      ? []
      : [
          {
            field: `${base}uscc`,
            message: reading.problem ? '请填写 18 位代码。' : '该代码符合国家标准，企业可以直接登记，无需核验。',
          },
        ]),
    ...(enterpriseName.trim().length < 2 ? [{ field: `${base}name`, message: '请填写企业名称。' }] : []),
    ...(grounds.trim().length < 2 ? [{ field: `${base}grounds`, message: '请写明核验情况。' }] : []),
    ...(files.length === 0 ? [{ field: `${base}licence`, message: '请上传营业执照。' }] : []),
  ]
  return (
    <Card title="提请核验">
      <form
        method="post"
        className="stack"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault()
          const wrong = found()
          setErrors(wrong)
          if (wrong.length === 0 && !pending) await act()
        }}
      >
        <ErrorSummary errors={errors} />
        <TextField
          name={`${base}uscc`}
          label="统一社会信用代码"
          hint={
            reading.uscc.length === 18 && reading.problem
              ? `不符合国家标准：${reading.problem.text}`
              : '照营业执照原件填写 18 位。'
          }
          value={uscc}
          maxLength={60}
          error={messageOf('uscc')}
          onChange={(event) => {
            renew()
            setUscc(event.target.value)
          }}
        />
        <TextField
          name={`${base}name`}
          label="企业名称"
          value={enterpriseName}
          maxLength={100}
          error={messageOf('name')}
          onChange={(event) => {
            renew()
            setName(event.target.value)
          }}
        />
        <TextAreaField
          name={`${base}grounds`}
          label="核验情况"
          hint="例如：核对营业执照原件和登记系统，代码无误。"
          rows={3}
          maxLength={1000}
          value={grounds}
          error={messageOf('grounds')}
          onChange={(event) => {
            renew()
            setGrounds(event.target.value)
          }}
        />
        <EvidenceUpload
          name={`${base}licence`}
          label="营业执照"
          owner={{ kind: 'office', subject: id }}
          files={files}
          error={messageOf('licence')}
          camera
          onEvidence={(file) => {
            renew()
            setFiles((before) => (before.some((each) => each.id === file.id) ? before : [...before, file]))
          }}
          onRemove={(removed) => setFiles((before) => before.filter((file) => file.id !== removed))}
        />
        <ProblemBanner problem={problem} />
        <p>
          <Button type="submit" pending={pending}>
            提请审批
          </Button>
        </p>
      </form>
    </Card>
  )
}
