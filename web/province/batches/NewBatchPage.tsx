import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { DateField, TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { Main } from '../../shell/Main.tsx'
import { type EditionChoice, EditionField, noChoice } from './EditionField.tsx'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { today } = await api.clock.read()
  return { today }
}

const blank = {
  documentNumber: '',
  title: '',
  opensOn: '',
  closesOn: '',
  localDueOn: '',
  provinceDueOn: '',
  correctionWorkdays: '5',
  noticeBasis: 'workday',
  noticeDays: '5',
  overlay: '',
  validFrom: '',
  validTo: '',
}
type Draft = typeof blank

const labels: Readonly<Record<keyof Draft, string>> = {
  documentNumber: '通知文号',
  title: '批次名称',
  opensOn: '申报开始日',
  closesOn: '申报截止日',
  localDueOn: '市级办结日',
  provinceDueOn: '省级办结日',
  correctionWorkdays: '补正期限（工作日）',
  noticeBasis: '公示期按',
  noticeDays: '公示天数',
  overlay: '通知另行规定的条件',
  validFrom: '称号有效期起',
  validTo: '称号有效期止',
}

/** Conditions of the notice, one a line: 条件｜依据. */
const overlayOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const [condition = '', article = '批次通知'] = line.split(/[|｜]/).map((part) => part.trim())
      return { id: `condition-${index + 1}`, text: condition, article }
    })

/** A provincial handler proposes a batch; another person opens it (第十二条, 第七条). */
export const Component = () => {
  const { today } = useLoaderData<typeof loader>()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>(blank)
  const [asked, setAsked] = useState(false)
  const [choice, setChoice] = useState<EditionChoice>(noChoice)
  const { act, renew, pending, problem } = useAct((api, options) =>
    api.batches.propose(
      {
        body: {
          ...draft,
          tier: 'innovative',
          correctionWorkdays: Number(draft.correctionWorkdays),
          noticeDays: Number(draft.noticeDays),
          noticeBasis: draft.noticeBasis as 'workday' | 'calendar',
          overlay: overlayOf(draft.overlay),
          ...choice,
        },
      },
      options,
    ),
  )
  const missing = (name: keyof Draft): string | undefined =>
    asked && name !== 'overlay' && draft[name].trim() === '' ? `请填写${labels[name]}。` : undefined
  const field = (name: keyof Draft) => ({
    name,
    label: labels[name],
    value: draft[name],
    error: missing(name),
    onChange: ({ target }: { target: { value: string } }) => {
      setDraft({ ...draft, [name]: target.value })
      renew()
    },
  })
  const propose = async () => {
    setAsked(true)
    if (Object.entries(draft).some(([name, value]) => name !== 'overlay' && value.trim() === '')) return
    if (await act()) void navigate('/office/batches')
  }
  return (
    <Main title="拟定新批次" narrow>
      <h1>拟定新批次</h1>
      <Card title="通知">
        <TextField {...field('documentNumber')} hint="如：演示函〔2026〕12号" />
        <TextField {...field('title')} hint="如：2026 年度第二批创新型中小企业评价" />
        <TextAreaField {...field('overlay')} optional hint="每行一条，条件与依据用竖线分开；只属于本批次，不改变标准" />
      </Card>
      <Card title="日期">
        <DateField {...field('opensOn')} min={today} />
        <DateField {...field('closesOn')} min={draft.opensOn} />
        <DateField {...field('localDueOn')} min={draft.closesOn} />
        <DateField {...field('provinceDueOn')} min={draft.localDueOn} />
        <TextField {...field('correctionWorkdays')} inputMode="numeric" />
      </Card>
      <EditionField
        on={draft.opensOn}
        choice={choice}
        onChange={(next) => {
          setChoice(next)
          renew()
        }}
      />
      <Card title="公示与有效期">
        <RadioField
          {...field('noticeBasis')}
          inline
          choices={[
            { value: 'workday', label: '工作日' },
            { value: 'calendar', label: '自然日' },
          ]}
        />
        <TextField {...field('noticeDays')} inputMode="numeric" hint="首日计入" />
        <DateField {...field('validFrom')} hint="以名单公布文件写明的区间为准" />
        <DateField {...field('validTo')} min={draft.validFrom} />
      </Card>
      <ProblemBanner problem={problem} />
      <FormActions note="拟定后由另一名审批人员批准开放（第七条）。">
        <Button pending={pending} onClick={propose}>
          拟定，报审批
        </Button>
        <LinkButton tone="quiet" to="/office/batches">
          取消
        </LinkButton>
      </FormActions>
    </Main>
  )
}
