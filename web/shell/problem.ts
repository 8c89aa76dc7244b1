import { isRouteErrorResponse } from 'react-router'

/** A failure as people read it: what, what to do now, and the code to quote. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly article?: string
  /** What exactly stood in the way this time, where the general message leaves it open. */
  readonly reason?: string
  /** What is wrong with single fields, by JSON pointer into the body (`/login`), where that is the trouble. */
  readonly fields?: Readonly<Record<string, string>>
}

const unexpected: Problem = {
  status: 500,
  code: 'page.unexpected',
  message: '页面出了问题，没有显示出来。',
  remedy: '您已保存的内容不受影响。请刷新页面；仍不行时，把页面上的代码告诉系统管理员。',
}

/** Loading a piece of the page failed: usually a new version was put in place, or the network is down. */
const outdated: Problem = {
  status: 0,
  code: 'page.outdated',
  message: '页面没有取到，可能是网络中断，或系统刚刚更新。',
  remedy: '请检查网络后刷新页面。',
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const fieldMessages = (details: unknown): Readonly<Record<string, string>> => {
  const { fields } = (details ?? {}) as { fields?: unknown }
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries(
    fields.flatMap((field: { pointer?: unknown; message?: unknown } | null) => {
      const message = text(field?.message)
      return message === undefined ? [] : [[String(field?.pointer ?? ''), message]]
    }),
  )
}

/** Reads whatever a route threw: the API's refusal, the same after it travelled in the page, or a plain error. */
export const problemOf = (error: unknown): Problem => {
  const carried: unknown = isRouteErrorResponse(error) ? error.data : error
  if (typeof carried === 'object' && carried !== null) {
    const { code, message, remedy, article, status, details } = carried as Record<string, unknown>
    const fields = fieldMessages(details)
    const reason = text((details as { reason?: unknown } | null | undefined)?.reason)
    if (text(code) && text(message) && text(remedy))
      return {
        status: typeof status === 'number' ? status : isRouteErrorResponse(error) ? error.status : 500,
        code: code as string,
        message: message as string,
        remedy: remedy as string,
        ...(text(article) && { article: article as string }),
        ...(reason && { reason }),
        ...(Object.keys(fields).length > 0 && { fields }),
      }
  }
  if (error instanceof TypeError && /module|fetch/i.test(error.message)) return outdated
  return unexpected
}

/** The address of the login page that leads back to where one was. */
export const loginAddress = (back: string): string => `/login?${new URLSearchParams({ next: back })}`
