import { type LoaderFunctionArgs, useRouteLoaderData } from 'react-router'
import { apiOf } from '../api.ts'

/** Loader of the root route: who is signed in. Every area's bar reads it. */
export const loadShell = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return await api.session.current()
}

export type ShellData = Awaited<ReturnType<typeof loadShell>>

/** Who is signed in; undefined only while the root itself failed. */
export const useShell = (): ShellData | undefined => useRouteLoaderData('root')
