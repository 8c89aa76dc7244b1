import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileResponse, ServedFile } from '../../contract/bytes.ts'
import { byteRange } from './byteRange.ts'

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/** RFC 6266: the name in UTF-8, whatever it holds. */
const disposition = ({ name, inPlace }: ServedFile): string => {
  const kind = name === undefined || inPlace ? 'inline' : 'attachment'
  return name === undefined ? kind : `${kind}; filename*=UTF-8''${encoded(name)}`
}

/**
 * Sends a document, or the part of it that was asked for where it can be read in parts. Only media types the route
 * declares leave. With a name it is offered for saving under it, otherwise shown in place. Whatever it contains runs
 * nothing (its content security policy, `nosniff`).
 */
export const sendFile = (reply: FastifyReply, response: FileResponse, file: ServedFile): FastifyReply => {
  if (!response.types.includes(file.type)) throw new Error(`undeclared media type ${file.type}`)
  reply.type(file.type)
  reply.header('content-disposition', disposition(file))
  if (file.inPlace) reply.header('content-security-policy', file.inPlace.policy)
  const { content, length } = file
  if (content instanceof Uint8Array) return reply.send(Buffer.from(content))
  if (typeof content !== 'function') {
    if (length !== undefined) reply.header('content-length', String(length))
    return reply.send(Readable.from(content))
  }
  if (length === undefined) throw new Error('a document in parts needs its length')
  return sendPart(reply, content, length)
}

const sendPart = (
  reply: FastifyReply,
  content: (from: number, to: number) => AsyncIterable<Uint8Array>,
  length: number,
): FastifyReply => {
  reply.header('accept-ranges', 'bytes')
  const range = byteRange(reply.request.headers, length)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${length}`).send()
  const { from, to } = range ?? { from: 0, to: length }
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${length}`)
  reply.header('content-length', String(to - from))
  return reply.send(Readable.from(content(from, to)))
}
