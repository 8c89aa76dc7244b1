import { Link, useRevalidator, useSearchParams } from 'react-router'
import type { Message } from '../../../contract/inbox.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { type Api, browserApi } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { classes } from '../../components/classes.ts'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Pagination } from '../../components/pagination/Pagination.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import './inbox.css'

/** Messages, the newest first; unread ones say so. Reading is marked for this person alone. */
export const MessageList = ({
  inbox: { messages, unread, total, page, pageSize },
  empty,
  to,
  mark,
}: {
  readonly inbox: {
    readonly messages: readonly Message[]
    readonly unread: number
    readonly total: number
    readonly page: number
    readonly pageSize: number
  }
  /** What will stand here once there is something. */
  readonly empty: string
  /** Where a message leads. */
  readonly to: (message: Message) => string | undefined
  readonly mark: (api: Api, messages: string[], options: { key: string }) => Promise<unknown>
}) => {
  const [search] = useSearchParams()
  const { revalidate } = useRevalidator()
  // Whoever opens what a message is about has read it. Failing to note that is no reason to keep them here.
  const read = async (id: string) => {
    try {
      const { client, freshKey } = await browserApi()
      await mark(client, [id], { key: freshKey() })
      await revalidate()
    } catch {}
  }
  const fresh = messages.filter(({ read }) => !read).map(({ id }) => id)
  return (
    <Main title="消息">
      <div className="row row--between">
        <h1>消息{unread > 0 && `：${unread} 条未读`}</h1>
        {fresh.length > 0 && (
          <ActButton
            label={`本页 ${fresh.length} 条标为已读`}
            tone="quiet"
            perform={(api, options) => mark(api, fresh, options)}
          />
        )}
      </div>
      <Card>
        {messages.length === 0 ? (
          <EmptyState title="没有消息">{empty}</EmptyState>
        ) : (
          <ul className="messages">
            {messages.map((message) => {
              const place = to(message)
              return (
                <li key={message.id} className={classes('message', !message.read && 'message--unread')}>
                  <p className="message__text">
                    {!message.read && <Tag tone="open">未读</Tag>}{' '}
                    {place ? (
                      <Link to={place} onClick={() => void (message.read || read(message.id))}>
                        {message.text}
                      </Link>
                    ) : (
                      message.text
                    )}
                  </p>
                  <time className="message__at" dateTime={message.at}>
                    {instantText(message.at)}
                  </time>
                  {message.detail && <p className="message__detail">{message.detail}</p>}
                </li>
              )
            })}
          </ul>
        )}
      </Card>
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        total={total}
        search={search.toString()}
      />
    </Main>
  )
}
