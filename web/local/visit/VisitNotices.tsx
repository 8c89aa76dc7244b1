import { Link } from 'react-router'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { loginAddress } from '../../shell/problem.ts'
import type { Keeper } from './keeper.ts'
import { unsentLines } from './notebook.ts'
import { unsentWords } from './unsent.ts'
import { isLocked, mayNote, type VisitState, waitingPhotos } from './visit-state.ts'

interface NoticesProps {
  readonly state: VisitState
  readonly person: string
  readonly other: string
  readonly keeper: () => Keeper | undefined
}

const amount = (state: VisitState): string =>
  unsentWords({ lines: unsentLines(state.book).length, photos: waitingPhotos(state).length })

/** Changes here that the other's signature keeps from being sent: a person says what becomes of them. */
const Held = ({ state, keeper }: NoticesProps) => {
  const signed = state.view.verifiers.find((verifier) => verifier.signed)?.name ?? '另一名核查人员'
  return (
    <Banner tone="open" live title={`${signed}已签字，您本机还有${amount(state)}没有上传`}>
      <p>
        上传后，{signed}的签字失效，两人都要重新签字；放弃则以{signed}签的为准。
      </p>
      <p className="row">
        <Button tone="quiet" onClick={() => void keeper()?.reopen()}>
          上传我的改动
        </Button>
        <Button tone="danger" onClick={() => void keeper()?.giveUp()}>
          放弃我的改动
        </Button>
      </p>
    </Banner>
  )
}

/** Where the visit stands and what the person has to know before the first line. At most two, the gravest first. */
export const VisitNotices = (props: NoticesProps) => {
  const { state, person, other, keeper } = props
  const { view, connection, problem, canKeep } = state
  const own = mayNote(view, person)
  const mine = view.verifiers.find(({ id }) => id === person)
  const places = `/office/cases/${view.case.id}`
  if (view.on === null && view.case.step === 'visit')
    return (
      <Banner tone="open" title="还没有安排实地核查">
        <p>
          由经办人员在<Link to={places}>案件页面</Link>安排日期和两名核查人员后，即可记录。
        </p>
      </Banner>
    )
  if (view.on === null)
    return (
      <Banner tone="info" title={`现在的环节：${view.case.label}`}>
        <p>还没有安排实地核查。下面是按申报材料生成的核查清单。</p>
      </Banner>
    )
  if (view.case.step !== 'visit')
    return (
      <>
        {view.signatureStands && (
          <Banner tone="pass" title="两名核查人员已签字，实地核查完成">
            <p>现在的环节：{view.case.label}。由经办人员根据核查记录提出意见，报审批人员审批。</p>
          </Banner>
        )}
        {amount(state) !== '' && (
          <Banner tone="open" title={`本机还有${amount(state)}，没有列入已签字的核查记录`}>
            <p>
              <Button tone="danger" onClick={() => void keeper()?.giveUp()}>
                从本机删去
              </Button>
            </p>
          </Banner>
        )}
      </>
    )
  return (
    <>
      {connection === 'held' && <Held {...props} />}
      {connection === 'signed-out' && (
        <Banner tone="fail" live title="登录已过期，记录都在本机，没有丢失">
          <p>请用原来的账号重新登录，登录后自动上传。</p>
          <p>
            <LinkButton to={loginAddress(`${places}/visit`)} reloadDocument>
              重新登录
            </LinkButton>
          </p>
        </Banner>
      )}
      {connection === 'refused' && problem && (
        <Banner tone="fail" live title={problem.message}>
          <p>{problem.remedy}您的记录在本机，没有丢失。</p>
          <p className="row">
            <Button tone="quiet" onClick={() => void keeper()?.look()}>
              再试一次
            </Button>
            <span className="small muted">代码 {problem.code}</span>
          </p>
        </Banner>
      )}
      {!canKeep && own && (
        <Banner tone="fail" live title="这个浏览器不能把记录存在本机">
          <p>可能是无痕窗口，或者手机没有空间了。请保持联网，或换一个浏览器；离开本页前确认“已全部上传”。</p>
        </Banner>
      )}
      {own && view.verifiers.some(({ signed }) => signed) && !view.signatureStands && (
        <Banner tone="open" title="签字后记录有改动，先前的签字不再有效，两人都要重新签字" />
      )}
      {own && isLocked(state) && connection !== 'held' && (
        <Banner
          tone="info"
          title={mine?.signed ? `您已签字，等${other}核对后签同一份` : `${other}已签字，请您核对后签同一份`}
        >
          <p>已签字的记录不能直接修改。确需修改的，修改后两人都要重新签字。</p>
        </Banner>
      )}
      {own && view.on !== null && view.today < view.on && (
        <Banner tone="info" title={`核查日期 ${dayText(view.on, view.today)}，当日及以后才能签字`} />
      )}
      {!own && view.on !== null && (
        <Banner
          tone="info"
          title={`由${view.verifiers.map(({ name }) => name).join('、')}核查，您可以查看，不能记录`}
        />
      )}
    </>
  )
}
