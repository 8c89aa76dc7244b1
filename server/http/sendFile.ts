import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileResponse, ServedFile } from '../../contract/bytes.ts'

/**
 * Sends a document. Only media types the route declares leave; with a name it is offered for saving under it, without
 * one shown in place. Whatever it contains runs nothing (the API's content security policy, `nosniff`).
 */
export const sendFile = (reply: FastifyReply, response: FileResponse, file: ServedFile): FastifyReply => {
  if (!response.types.includes(file.type)) throw new Error(`undeclared media type ${file.type}`)
  reply.type(file.type)
  reply.header(
    'content-disposition',
    file.name === undefined ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  )
  if (file.content instanceof Uint8Array) return reply.send(Buffer.from(file.content))
  if (file.length !== undefined) reply.header('content-length', String(file.length))
  return reply.send(Readable.from(file.content))
}
