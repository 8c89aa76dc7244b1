import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router'
import { apiOf } from '../../api.ts'
import { MessageList } from '../../local/inbox/MessageList.tsx'

/** What the firm's people are told: where its applications stand, who speaks for it. */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return api.inbox.enterprise({
    params: { enterprise: params.enterprise ?? '' },
    query: { page: Number.isInteger(page) && page > 0 ? page : 1 },
  })
}

export const Component = () => {
  const inbox = useLoaderData<typeof loader>()
  const { enterprise = '' } = useParams()
  return (
    <MessageList
      inbox={inbox}
      empty="申报的办理情况和本企业人员的变动会出现在这里。"
      to={({ subjectKind, subject }) =>
        subjectKind === 'case' ? `/enterprise/${enterprise}/applications/${subject}` : undefined
      }
      mark={(api, messages, options) =>
        api.inbox.markEnterprise({ params: { enterprise }, body: { messages } }, options)
      }
    />
  )
}
