import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { MessageList } from './MessageList.tsx'

/** Messages for the officer's posts. */
export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return api.inbox.office({ query: { page: Number.isInteger(page) && page > 0 ? page : 1 } })
}

const places: Readonly<Record<string, (subject: string) => string>> = {
  case: (subject) => `/office/cases/${subject}`,
  visit: (subject) => `/office/cases/${subject}/visit`,
  notice: (subject) => `/office/notices/${subject}`,
  filing: (subject) => `/office/filings/${subject}`,
  announcement: (subject) => `/office/announcements/${subject}`,
  claim: (subject) => `/office/claims/${subject}`,
  edition: (subject) => `/office/editions/${subject}`,
  objection: (subject) => `/office/objections/${subject}`,
}

export const Component = () => {
  const inbox = useLoaderData<typeof loader>()
  return (
    <MessageList
      inbox={inbox}
      empty="与您的岗位有关的办理情况会出现在这里。"
      to={({ subjectKind, subject }) => places[subjectKind]?.(subject)}
      mark={(api, messages, options) => api.inbox.markOffice({ body: { messages } }, options)}
    />
  )
}
