import type { Run } from './command.ts'
import { verifyCase } from './verify/case.ts'

const usage = `用法：
  tidu verify case 案卷.json [--json]    复核一份案卷：重新评价、重新计算各项摘要，与案卷所记逐字节比较
文件写 - 表示标准输入。不需要网络和数据库。格式见 docs/verifying.md。`

const kinds: Readonly<Record<string, (file: string, json: boolean) => Promise<number>>> = { case: verifyCase }

/** `tidu verify`: checks offline what the system hands out (B3). Exit status 0 all equal, 1 a difference, 2 not readable. */
export const verify: Run = async (args) => {
  if (args.includes('--help')) {
    console.log(usage)
    return 0
  }
  const json = args.includes('--json')
  const [kind = '', file, ...rest] = args.filter((arg) => arg !== '--json')
  const run = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (!run || file === undefined || rest.length > 0) {
    console.error(usage)
    return 2
  }
  return run(file, json)
}
