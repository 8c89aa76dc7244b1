import { type LoaderFunctionArgs, NavLink, Outlet, useLoaderData, useMatch } from 'react-router'
import { apiOf } from '../../api.ts'
import './firm.css'

/** Which of the person's enterprises the pages below are about, and how many messages it has not read. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { enterprises } = await api.enterprises.own()
  const firm = enterprises.find(({ enterprise }) => enterprise === params.enterprise) ?? null
  if (firm?.standing !== 'confirmed') return { firm, unread: 0 }
  const { unread } = await api.inbox.enterprise({ params: { enterprise: firm.enterprise }, query: { page: 1 } })
  return { firm, unread }
}

/** The firm's name and its ways, above each of its pages. */
export const Component = () => {
  const { firm, unread } = useLoaderData<typeof loader>()
  const atHome = useMatch('/enterprise/:enterprise') !== null
  if (!firm) return <Outlet />
  const home = `/enterprise/${firm.enterprise}`
  const confirmed = firm.standing === 'confirmed'
  return (
    <>
      <div className="firm">
        <div className="firm__inner">
          {/* The firm's own page has the name as its heading. */}
          {atHome ? <span /> : <p className="firm__name">{firm.name}</p>}
          <nav className="firm__nav" aria-label="本企业">
            <NavLink to={home} end>
              概况
            </NavLink>
            <NavLink to={`${home}/profile`}>企业资料</NavLink>
            {confirmed && <NavLink to={`${home}/applications`}>申报</NavLink>}
            {confirmed && <NavLink to={`${home}/members`}>同事</NavLink>}
            {confirmed && <NavLink to={`${home}/inbox`}>消息{unread > 0 && ` ${unread}`}</NavLink>}
          </nav>
        </div>
      </div>
      <Outlet />
    </>
  )
}
