import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { ListDetail } from '../../../contract/lists.ts'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Button } from '../../components/button/Button.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { ListDecision } from '../list/ListDecision.tsx'
import { ListFirms } from '../list/ListFirms.tsx'
import { ListHead } from '../list/ListHead.tsx'
import { useChosen } from '../list/useChosen.ts'

export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return api.lists.get({ params: { list: params.list ?? '' } })
}

/** The declaration: as made, with name and time; before that its words, for the handler and the approver to read. */
const Declaration = ({ list }: { readonly list: ListDetail }) => {
  const words = list.declaration ?? list.declarationDraft
  if (!words) return null
  return (
    <section className="declaration" aria-label="材料审核及实地核查真实性声明">
      <h2>材料审核及实地核查真实性声明</h2>
      <p className="declaration__words">{words}</p>
      {list.declaration && list.decidedAt ? (
        <p className="declaration__sign">
          {officeName(list.authority)}
          <br />
          声明人 <b>{list.decidedBy}</b> {instantText(list.decidedAt)}
        </p>
      ) : (
        <p className="declaration__sign muted">待审批人员声明</p>
      )}
      <Article>第九条</Article>
    </section>
  )
}

/** A list for filing: printable with its declaration; the approver declares and files it. */
export const Component = () => {
  const list = useLoaderData<typeof loader>()
  const { chosen, toggle, clear } = useChosen()
  const mayTakeOff = list.available.some(({ act }) => act.endsWith('.unlist'))
  return (
    <Main title={list.title}>
      <ListHead list={list} />
      <Declaration list={list} />
      <ListFirms list={list} chosen={mayTakeOff ? chosen : undefined} onToggle={toggle} />
      <ListDecision
        list={list}
        chosen={chosen}
        onTaken={clear}
        approval={{
          act: 'filing.file',
          perform: (api, options) =>
            api.filings.file({ params: { list: list.id }, body: { baseSeq: list.seq, declared: true } }, options),
          body: (
            <>
              <p>您将以本人名义代表本机关作出以下声明，姓名和时间记入名单和每家企业的案卷：</p>
              <p className="declaration declaration__words">{list.declarationDraft}</p>
            </>
          ),
        }}
      >
        {list.status !== 'sent-back' && (
          <Button tone="quiet" onClick={() => window.print()}>
            打印名单和声明
          </Button>
        )}
        {list.status === 'sent-back' && <Link to={`/office/filings/new?batch=${list.batch}`}>重新拟定名单</Link>}
      </ListDecision>
    </Main>
  )
}
