import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { CaseDetail, Standing } from '../../../contract/case-view.ts'
import { admissionOf } from '../../../regime/eligibility/admission.ts'
import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import { checklistOf, standsFor } from '../../../regime/procedure/checklist.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { ExplanationTree } from '../../components/explanation/ExplanationTree.tsx'
import { CheckboxField } from '../../components/field/ChoiceField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { ScoreBar } from '../../components/score-bar/ScoreBar.tsx'
import { VerdictCard } from '../../components/verdict-card/VerdictCard.tsx'

type StandingView = z.output<typeof Standing>

const headline: Readonly<Record<Result['outcome'], string>> = {
  met: '按现有资料，可以达到评价标准',
  unmet: '按现有资料，没有达到评价标准',
  undetermined: '资料还不完整，能否达到尚不能确定',
}

const conditionName = (result: Result, id: string): string => {
  const find = (node: Explanation): string | undefined =>
    node.id === id && node.kind === 'condition' ? node.name : (node.children ?? []).map(find).find(Boolean)
  return find(result.explanation) ?? id
}

const acknowledgement = (condition: string, eligibility: Result): string => {
  if (condition.endsWith(':unmet')) return '我知道按现有资料没有达到评价标准，仍要提交，由主管部门审核。'
  if (condition.endsWith(':undetermined')) return '我知道还有资料未填，能否达到评价标准尚不能确定，仍要提交。'
  return `我知道参评条件“${conditionName(eligibility, condition)}”尚不能确定，由主管部门核实（第三条）。`
}

/** The live result of what is entered, what is still open, the declaration, and handing in (R9.1, R9.2). */
export const HandIn = ({
  detail,
  standing,
  address,
}: {
  readonly detail: CaseDetail
  readonly standing: StandingView
  readonly address: { readonly enterprise: string; readonly case: string }
}) => {
  const result = standing.result as Result
  const eligibility = standing.eligibility as Result
  const { barred, toAcknowledge } = admissionOf(eligibility, result)
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const [declared, setDeclared] = useState(false)
  const [asked, setAsked] = useState(false)
  const { act, pending, problem } = useAct((api, options) =>
    api.applications.submit(
      { params: address, body: { declared: true, acknowledged: [...acknowledged], baseSeq: detail.seq } },
      options,
    ),
  )
  const bare = checklistOf([result.explanation]).filter(
    ({ item }) => item.startsWith('/') && !standing.evidence.some(({ paths }) => standsFor(paths, item)),
  )
  const open = toAcknowledge.filter((condition) => !acknowledged.includes(condition))
  const mayHandIn = detail.available.some(({ act: name }) => name === 'application.submit')
  const missing = !declared ? '请阅读并作出真实性声明。' : open.length > 0 ? '请逐项确认上面列出的事项。' : undefined
  const profile = `/enterprise/${address.enterprise}/profile`
  return (
    <>
      <VerdictCard
        outcome={result.outcome}
        {...(result.score && { score: result.score })}
        headline={headline[result.outcome]}
        why={result.explanation.sentence}
        basis="按企业填报的资料计算，未经核实，不代表认定结论。"
      >
        {result.explanation.children
          ?.filter(({ kind }) => kind === 'dimension')
          .map((node) => (
            <ScoreBar
              key={node.id}
              name={node.name}
              points={node.points ?? { min: 0, max: 0 }}
              cap={node.cap ?? 0}
              {...(node.floor !== undefined && { floor: node.floor })}
            />
          ))}
      </VerdictCard>
      {barred.length > 0 && (
        <Banner
          tone="fail"
          title={`不符合参评条件，不能提交：${barred.map((id) => conditionName(eligibility, id)).join('、')}`}
        >
          依据：第三条。数据有误的，请<Link to={profile}>先更正资料</Link>。
        </Banner>
      )}
      {standing.unreadable.length > 0 && (
        <Banner tone="open" title={`有 ${standing.unreadable.length} 处填写读不出来，按未填处理`}>
          <ul>
            {standing.unreadable.map(({ path, text, message }) => (
              <li key={path}>
                “{text}”：{message}
              </li>
            ))}
          </ul>
          <Link to={profile}>去改正</Link>
        </Banner>
      )}
      {bare.length > 0 && (
        <Banner tone="open" title={`${bare.length} 项得分依据还没有附佐证`}>
          <p>{bare.map(({ title }) => title).join('、')}。没有佐证的数据，审核时可能不予认可。</p>
          <Link to={profile}>去上传佐证</Link>
        </Banner>
      )}
      <details className="card">
        <summary>每一分怎么来的</summary>
        <ExplanationTree root={result.explanation} />
      </details>
      <details className="card">
        <summary>参评条件（第三条）</summary>
        <ExplanationTree root={eligibility.explanation} />
      </details>
      <Card title="声明并提交">
        {toAcknowledge.length > 0 && (
          <CheckboxField
            name="acknowledged"
            label="提交前请逐项确认"
            choices={toAcknowledge.map((condition) => ({
              value: condition,
              label: acknowledgement(condition, eligibility),
            }))}
            values={acknowledged}
            onChange={({ target }) =>
              setAcknowledged(
                target.checked
                  ? [...acknowledged, target.value]
                  : acknowledged.filter((condition) => condition !== target.value),
              )
            }
          />
        )}
        <CheckboxField
          name="declared"
          label="真实性声明"
          choices={[
            {
              value: 'yes',
              label:
                '我代表本企业声明：以上资料和佐证真实、完整、有效，复印件与原件一致；如有虚假，本企业愿承担取消资格、三年内不得再次申报等后果。',
              hint: '依据：第九条、第十六条',
            },
          ]}
          values={declared ? ['yes'] : []}
          onChange={({ target }) => setDeclared(target.checked)}
        />
        {asked && missing && (
          <p className="field__error" role="alert">
            {missing}
          </p>
        )}
        <ProblemBanner problem={problem} />
      </Card>
      <FormActions note={mayHandIn ? '提交后可以在审核意见批准前撤回。' : '不在申报期内，暂不能提交。'}>
        {mayHandIn && barred.length === 0 && (
          <Button
            pending={pending}
            onClick={() => {
              setAsked(true)
              if (!missing) void act()
            }}
          >
            {detail.step === 'correction' ? '重新提交' : '声明真实并提交'}
          </Button>
        )}
      </FormActions>
    </>
  )
}
