import type { Command } from './command.ts'

/** Every command of `tidu`, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  serve: {
    usage: '[--port 端口] [--host 地址] [--production]',
    summary: '启动系统',
    load: async () => (await import('./serve.ts')).serve,
  },
  standards: {
    usage: '[--json]',
    summary: '列出各项标准及其施行期间',
    load: async () => (await import('./standards.ts')).standards,
  },
  evaluate: {
    usage: '标准 事实.json|- [--json] [--pdf 文件] | --ndjson [--explain]',
    summary: '依标准评价企业，逐项说明',
    load: async () => (await import('./evaluate.ts')).evaluate,
  },
  verify: {
    usage: 'case 案卷.json|- [--json]',
    summary: '离线复核一份案卷：重新评价，逐字节比较',
    load: async () => (await import('./verify.ts')).verify,
  },
  build: {
    usage: '',
    summary: '生成网页（启动时也会按需自动生成）',
    load: async () => (await import('./build.ts')).build,
  },
  admin: {
    usage: 'create-administrator | create-officer | reset-password …',
    summary: '建立管理人员和主管部门人员的账号，重发初始密码',
    load: async () => (await import('./admin.ts')).admin,
  },
}
