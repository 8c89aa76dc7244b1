import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'
import { decode } from './lines.ts'
import { readChunks } from './read-chunks.ts'

/** What the system says about a file that cannot be read, in words. */
const unreadable: { readonly [code: string]: string } = {
  ENOENT: '没有找到文件',
  ENOTDIR: '没有找到文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
}

/** Why a file could not be read, for people; undefined for a fault of another kind. */
export const whyUnreadable = (fault: unknown, file: string): string | undefined => {
  const reason = unreadable[(fault as NodeJS.ErrnoException).code ?? '']
  return reason && `${reason}：“${file}”；应为一个可读的 JSON 文件，或 - 表示标准输入`
}

const LARGEST_FILE = 64 * 1024 * 1024

/** The text of a JSON file, or of standard input for `-`: at most 64 MiB in UTF-8; refuses others. */
export const readWhole = async (file: string): Promise<string> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of readChunks(file)) {
    length += chunk.length
    if (length > LARGEST_FILE) throw new FactsRefusal('', '文件过大', '不超过 64 MiB 的 JSON')
    chunks.push(Uint8Array.from(chunk))
  }
  return decode(Buffer.concat(chunks))
}
