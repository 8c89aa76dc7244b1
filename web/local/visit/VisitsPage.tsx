import { useEffect, useState } from 'react'
import { Link, type LoaderFunctionArgs, NavLink, useLoaderData, useSearchParams } from 'react-router'
import type { VisitEntry } from '../../../contract/visit.ts'
import { type Day, daysBetween } from '../../../regime/kernel/day.ts'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { Deadline, dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { type Column, Table } from '../../components/table/Table.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { canKeepPages, keepPages } from '../../device/copies.ts'
import { keepFor } from '../../device/kept.ts'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { unsentHere } from './leave.ts'
import { type Unsent, unsentWords } from './unsent.ts'
import './visits.css'

/** The office's on-site verifications: whose, when, whom to call; and, for those who arrange them, what has no date. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const search = new URL(request.url).searchParams
  const { person } = await api.session.current()
  const roles = person?.officer?.roles ?? []
  const arranges = roles.includes('handler')
  const asked = (['mine', 'all'] as const).find((view) => view === search.get('view'))
  const view = asked ?? (roles.includes('verifier') ? 'mine' : 'all')
  const page = Number(search.get('page') ?? 1)
  const [scheduled, unscheduled, { today }] = await Promise.all([
    api.cases.visits({ query: { view, page: Number.isInteger(page) && page > 0 ? page : 1 } }),
    arranges ? api.cases.visits({ query: { scheduled: 'no' } }) : undefined,
    api.clock.read(),
  ])
  return { scheduled, unscheduled, view, verifies: roles.includes('verifier'), today }
}

const visitAddress = (id: string): string => `/office/cases/${id}/visit`

/** How many pages a phone keeps at most: a verifier makes a few visits a day. */
const MOST_KEPT = 20

/** Keeps the coming visits of this person on this phone while there is network. */
const useKept = (visits: readonly VisitEntry[], person: string | undefined): number | undefined => {
  const [kept, setKept] = useState<number>()
  const own = visits
    .filter(({ on, verifiers }) => on !== null && verifiers.some(({ id }) => id === person))
    .slice(0, MOST_KEPT)
    .map(({ case: id }) => visitAddress(id))
    .join(' ')
  useEffect(() => {
    if (person === undefined || own === '' || !canKeepPages()) return
    keepFor(person)
    void keepPages([...own.split(' '), '/office/visits']).then((paths) =>
      setKept(paths.filter((path) => path !== '/office/visits').length),
    )
  }, [own, person])
  return kept
}

/** What this phone noted and has not brought over, by case. */
const useUnsent = (person: string | undefined): ReadonlyMap<string, Unsent> => {
  const [unsent, setUnsent] = useState<ReadonlyMap<string, Unsent>>(new Map())
  useEffect(() => {
    if (person === undefined) return
    void unsentHere(person)
      .then((found) => setUnsent(new Map(found.map((one) => [one.case, one]))))
      .catch(() => {})
  }, [person])
  return unsent
}

const Signed = ({ verifiers }: Pick<VisitEntry, 'verifiers'>) => (
  <>
    {verifiers.map(({ id, name, signed }) => (
      <span key={id} className="visits__line">
        {name} {signed && <Tag tone="pass">已签字</Tag>}
      </span>
    ))}
  </>
)

const Contact = ({ contact }: Pick<VisitEntry, 'contact'>) =>
  contact ? (
    <>
      {contact.name} <a href={`tel:${contact.phone}`}>{contact.phone}</a>
    </>
  ) : (
    '—'
  )

const common: readonly Column<VisitEntry>[] = [
  {
    id: 'firm',
    head: '企业',
    primary: true,
    cell: ({ case: id, enterpriseName, uscc }) => (
      <>
        <Link to={`/office/cases/${id}`}>{enterpriseName}</Link>
        <span className="visits__line visits__line--small">{uscc}</span>
      </>
    ),
  },
  { id: 'contact', head: '企业联系人', cell: Contact },
]

const Noted = ({ noted, unsent }: { readonly noted: number; readonly unsent: Unsent | undefined }) => (
  <>
    {noted > 0 ? `${noted} 项` : '—'}
    {unsent && (
      <span className="visits__line">
        <Tag tone="open">本机 {unsentWords(unsent)}待上传</Tag>
      </span>
    )}
  </>
)

/** What a person does with a visit next; a full load, so that the kept page answers where there is no network. */
const Way = ({ visit, person }: { readonly visit: VisitEntry; readonly person: string | undefined }) => {
  const mine = visit.verifiers.find(({ id }) => id === person)
  const signed = visit.verifiers.some((verifier) => verifier.signed)
  const words = !mine || mine.signed ? '查看' : signed ? '核对签字' : visit.noted > 0 ? '继续记录' : '开始记录'
  return (
    <LinkButton small tone={mine && !mine.signed ? 'primary' : 'quiet'} to={visitAddress(visit.case)} reloadDocument>
      {words}
    </LinkButton>
  )
}

const scheduledColumns = (
  person: string | undefined,
  unsent: ReadonlyMap<string, Unsent>,
): readonly Column<VisitEntry>[] => [
  ...common,
  { id: 'verifiers', head: '核查人员', cell: Signed },
  {
    id: 'noted',
    head: '已记',
    numeric: true,
    cell: ({ case: id, noted }) => <Noted noted={noted} unsent={unsent.get(id)} />,
  },
  { id: 'way', head: '办理', cell: (visit) => <Way visit={visit} person={person} />, screenOnly: true },
]

const unscheduledColumns = (today: Day): readonly Column<VisitEntry>[] => [
  ...common,
  { id: 'since', head: '等待自', cell: ({ since }) => dayText(since, today) },
  {
    id: 'due',
    head: '办理期限',
    cell: ({ due }) => (due ? <Deadline day={due} days={daysBetween(today, due as Day)} today={today} /> : '—'),
  },
  {
    id: 'act',
    head: '办理',
    cell: ({ case: id }) => (
      <LinkButton small tone="quiet" to={`/office/cases/${id}`}>
        安排核查
      </LinkButton>
    ),
  },
]

/** Today first, because that is what one goes out for; then what is overdue, then what comes, day by day. */
const daysOf = (visits: readonly VisitEntry[], today: string) => {
  const groups = new Map<string, VisitEntry[]>()
  for (const visit of visits) {
    const on = visit.on ?? ''
    const group = on === today ? '今天' : on < today ? '日期已过，还没有签完' : dayText(on, today)
    groups.set(group, [...(groups.get(group) ?? []), visit])
  }
  const rank = (group: string): number => (group === '今天' ? 0 : group.startsWith('日期已过') ? 1 : 2)
  return [...groups].sort(([a], [b]) => rank(a) - rank(b))
}

export const Component = () => {
  const { scheduled, unscheduled, view, verifies, today } = useLoaderData<typeof loader>()
  const person = useShell()?.person?.id
  const kept = useKept(scheduled.visits, person)
  const [search] = useSearchParams()
  const unsent = useUnsent(person)
  const groups = daysOf(scheduled.visits, today)
  return (
    <Main title="实地核查">
      <div className="row row--between">
        <h1>
          {view === 'mine' ? '我的实地核查' : '实地核查'} {scheduled.total} 家
        </h1>
        {verifies && (
          <nav className="visits__views" aria-label="范围">
            <ViewLink view="mine" now={view}>
              我的
            </ViewLink>
            <ViewLink view="all" now={view}>
              全部
            </ViewLink>
          </nav>
        )}
      </div>
      {kept !== undefined && kept > 0 && (
        <p className="muted small" role="status">
          本人的 {kept} 家已存到本机，现场没有网络也能打开、记录。
        </p>
      )}
      {groups.length === 0 && (
        <Card>
          <EmptyState title={view === 'mine' ? '没有安排给您的实地核查' : '没有已安排的实地核查'}>
            {view === 'mine' && verifies ? <Link to="?view=all">查看全部</Link> : '经办人员安排后会出现在这里。'}
          </EmptyState>
        </Card>
      )}
      {groups.map(([group, visits]) => (
        <Card key={group} title={group} aside={`${visits.length} 家`} flush>
          <Table
            caption={group}
            captionHidden
            columns={scheduledColumns(person, unsent)}
            rows={visits}
            rowKey={({ case: id }) => id}
          />
        </Card>
      ))}
      {scheduled.total > scheduled.pageSize && (
        <Pagination
          page={scheduled.page}
          pages={Math.max(1, Math.ceil(scheduled.total / scheduled.pageSize))}
          total={scheduled.total}
          search={search.toString()}
        />
      )}
      {unscheduled && unscheduled.total > 0 && (
        <Card
          title="尚未安排"
          aside={
            unscheduled.total > unscheduled.visits.length
              ? `${unscheduled.total} 家，先列等待最久的 ${unscheduled.visits.length} 家`
              : `${unscheduled.total} 家`
          }
          flush
        >
          <Table
            caption="尚未安排实地核查的企业"
            captionHidden
            columns={unscheduledColumns(today as Day)}
            rows={unscheduled.visits}
            rowKey={({ case: id }) => id}
          />
        </Card>
      )}
    </Main>
  )
}

const ViewLink = ({ view, now, children }: { view: 'mine' | 'all'; now: string; children: string }) => (
  <NavLink to={`?view=${view}`} aria-current={view === now ? 'page' : false} className="visits__view">
    {children}
  </NavLink>
)
