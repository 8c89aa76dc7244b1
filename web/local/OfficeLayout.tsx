import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router'
import { officeName, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { type Api, apiOf } from '../api.ts'
import { AppBar } from '../components/app-bar/AppBar.tsx'
import { DemoClock } from '../components/demo-clock/DemoClock.tsx'
import { PersonMenu } from '../components/person-menu/PersonMenu.tsx'
import type { RouteHandle } from '../shell/Document.tsx'
import { rolesText } from '../shell/role-names.ts'
import { useShell } from '../shell/shell-data.ts'
import { officeNav } from './office-nav.ts'

export const handle: RouteHandle = { density: 'desk' }

/** How much waits, for this person and at each step, for the bar of the office. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { person } = await api.session.current()
  const province = person?.officer?.authority === PROVINCE
  const [{ counts, total }, claims, { unread }, editions] = await Promise.all([
    api.cases.queue({ query: { page: 1 } }),
    person?.officer && !province ? waitingClaims(api) : 0,
    api.inbox.office({ query: { page: 1 } }),
    province ? waitingEditions(api) : 0,
  ])
  return { counts, mine: total, claims, unread, editions }
}

/** Claims that wait at a local office; the province decides none. */
const waitingClaims = async (api: Api): Promise<number> => (await api.claims.queue({ query: {} })).total

/** Editions of standards that wait for this person's approval; only the province takes them in. */
const waitingEditions = async (api: Api): Promise<number> => (await api.editions.list()).toDecide

/** Frame of the officials' pages, local and provincial: whose office, what waits, which day, who. */
export const Component = () => {
  const { counts, mine, claims, unread, editions } = useLoaderData<typeof loader>()
  const shell = useShell()
  const person = shell?.person
  const officer = person?.officer
  if (!person || !officer) return <Outlet />
  const level = officer.authority === PROVINCE ? 'province' : 'local'
  return (
    <>
      <AppBar
        home="/office"
        subtitle={`${officeName(officer.authority)} · ${rolesText(officer.roles)}`}
        items={officeNav(level, officer.roles, mine, counts, claims, unread, editions)}
      >
        <DemoClock clock={shell.clock} />
        <PersonMenu person={person} />
      </AppBar>
      <Outlet />
    </>
  )
}
