// What any command that pins decisions to digests must do with a line: parse, canonicalise, digest, serialise. The line
// reader, the canonical form and the digest are the command's own, so that only the evaluation makes the difference.
import { lineWriter } from '../cli/evaluate/line-writer.ts'
import { decode, linesOf } from '../cli/evaluate/lines.ts'
import { readChunks } from '../cli/evaluate/read-chunks.ts'
import { digestOf } from '../cli/evaluate/read-facts.ts'
import { canonicalise } from '../regime/kernel/canonical.ts'

const writer = lineWriter(process.stdout)
for await (const lines of linesOf(readChunks('-')))
  for (const line of lines) {
    const value: unknown = JSON.parse(decode(line ?? new Uint8Array()))
    const handedOver = writer.add(`${digestOf(canonicalise(value))} ${JSON.stringify(value)}`)
    if (handedOver !== undefined) await handedOver
  }
await writer.flush()
