import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { StartRefusal } from '../../server/store/start-refusal.ts'

const FIRST_PORT = 4173
const TRIES = 100

/** Starts to listen, on the port asked for or the first free one, and gives the address to open. */
export const listen = async (app: FastifyInstance, host: string, port: number | undefined): Promise<string> => {
  for (let candidate = port ?? FIRST_PORT; ; candidate++) {
    try {
      await app.listen({ host, port: candidate })
      return addressOf(app, host)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && port === undefined && candidate < FIRST_PORT + TRIES) continue
      if (code === 'EADDRINUSE') throw new StartRefusal(`端口 ${candidate} 已被占用，请用 --port 换一个。`)
      if (code === 'EACCES') throw new StartRefusal(`无权使用端口 ${candidate}，请用 --port 换一个大于 1023 的端口。`)
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartRefusal(`本机没有地址 ${host}。`)
      throw error
    }
  }
}

/** The address as a person on this machine types it. */
const addressOf = (app: FastifyInstance, host: string): string => {
  const { port } = app.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
