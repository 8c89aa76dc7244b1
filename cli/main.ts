import { readFileSync } from 'node:fs'
import { StartRefusal } from '../server/store/start-refusal.ts'
import { commands } from './commands.ts'

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string

const help = (): string => {
  const lines = Object.entries(commands).map(([name, { usage, summary }]) => [
    `  tidu ${name} ${usage}`.trimEnd(),
    summary,
  ])
  const width = Math.max(...lines.map(([line = '']) => line.length))
  return ['用法：', ...lines.map(([line = '', summary]) => `${line.padEnd(width + 2)}${summary}`)].join('\n')
}

const [name = '--help', ...args] = process.argv.slice(2)
if (name === '--version') console.log(version())
else if (name === '--help' || name === 'help') console.log(help())
else {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    console.error(`没有“${name}”这个命令。\n${help()}`)
    process.exitCode = 2
  } else {
    try {
      const run = await command.load()
      process.exitCode = await run(args)
    } catch (error) {
      console.error(error instanceof StartRefusal ? error.message : error)
      process.exitCode = 1
    }
  }
}
