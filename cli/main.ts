import { readFileSync } from 'node:fs'
import { StartRefusal } from '../server/store/start-refusal.ts'
import { commands } from './commands.ts'
import { cells, padEnd } from './evaluate/layout.ts'

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string

const help = (): string => {
  const lines = Object.entries(commands).map(([name, { usage, summary }]) => [
    `  tidu ${name} ${usage}`.trimEnd(),
    summary,
  ])
  const width = Math.max(...lines.map(([line = '']) => cells(line)))
  return ['用法：', ...lines.map(([line = '', summary]) => `${padEnd(line, width + 2)}${summary}`)].join('\n')
}

/** `tidu help evaluate` asks what `tidu evaluate --help` does. */
const asked = (words: readonly string[]): readonly string[] =>
  words[0] === 'help' && words[1] !== undefined ? [words[1], '--help'] : words

const [name = '--help', ...args] = asked(process.argv.slice(2))
if (name === '--version') console.log(version())
else if (name === '--help' || name === '-h' || name === 'help') console.log(help())
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
