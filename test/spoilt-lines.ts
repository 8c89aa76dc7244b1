// For tests: lines of facts, good ones and ones spoilt in every way a line can be, the same from the same seed.

import type { ReferenceStandard } from './reference/evaluate.ts'
import { generateFacts } from './reference/generate.ts'
import { type Random, randomFrom } from './reference/random.ts'

type Node = { [key: string]: unknown } | unknown[]

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object and list of a value, the whole first. */
const nodesOf = (value: unknown): readonly Node[] =>
  isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []

const replacements: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 4, 5, 15, 16, 2023, 10_000, 1e15, 1e16, 1e21],
  ...['', 'x', ' ', '0', '-0', '1', '-1', '01', '1.', '.5', '1.5', '1.1234567', '999999999999.999999', '1234567890123'],
  ...['9007199254.740992', '1e3', '+1', '１', '1000', '1000.000001', '1001', '01000', '10000', '0.0000001', 'NaN'],
  ...[
    '2024-02-29',
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-1-01',
    '0000-01-01',
    '9999-12-31',
    '2024-06-01T',
    '２024-06-01',
  ],
  ...[
    'US',
    'us',
    'EP',
    'ZZ',
    'never',
    'new',
    'constructor',
    '__proto__',
    'national',
    'top50',
    '410100',
    '35',
    '3562',
    '35620',
  ],
  ...[
    '91410100DEM000014P',
    '91410100DEM000014Q',
    '91410100DEM00001IP',
    '91410100dem000014p',
    'a"b\\c\n\u2028',
    '梯度',
    '😀',
  ],
  ...['\ud800', 'x\udc00', 'x'.repeat(500), 'x'.repeat(501), '年'.repeat(500), '0'.repeat(20), '1'.repeat(21)],
  ...[
    [],
    [null],
    [1],
    [[]],
    [{}],
    {},
    { year: 2023 },
    { kind: 'safety' },
    [{ year: 2023 }, { year: 2023 }],
    [{ office: 'US' }],
  ],
]

const keys: readonly string[] = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'a/b~',
    '',
    '0',
    '年',
    'k'.repeat(100),
    '\ud800',
    'source',
  ],
  ...[
    'asOf',
    'year',
    'kind',
    'level',
    'list',
    'tier',
    'uscc',
    'usccConfirmed',
    'on',
    'score',
    'points',
    'office',
    'amount',
  ],
]

const keyOf = (random: Random, node: Node): string | undefined => {
  const own = Object.keys(node)
  return own.length === 0 ? undefined : random.pick(own)
}

const put = (node: Node, key: string, value: unknown): void => {
  Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Changes one thing of a document in place. */
const spoilValue = (random: Random, document: Node): void => {
  const node = random.pick(nodesOf(document))
  const key = keyOf(random, node)
  switch (random.below(5)) {
    case 0:
    case 1:
      if (key !== undefined) put(node, key, random.pick(replacements))
      return
    case 2:
      if (Array.isArray(node)) node.push(random.pick(node.length > 0 ? node : replacements))
      else put(node, random.pick(keys), random.pick(replacements))
      return
    case 3:
      if (key !== undefined && !Array.isArray(node)) delete node[key]
      return
    default:
      if (!Array.isArray(node)) {
        // The same members in another order.
        const members = Object.entries(node).reverse()
        for (const [name] of members) delete node[name]
        for (const [name, value] of members) put(node, name, value)
      }
  }
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Changes one thing of a text; some of these leave it the same JSON. */
const spoilText = (random: Random, text: string): string => {
  const at = random.below(text.length + 1)
  const insert = (piece: string): string => text.slice(0, at) + piece + text.slice(at)
  switch (random.below(9)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return insert(random.pick(['"', '\\', ',', ':', '{', '}', '[', ']', '1', 'x', '\u0000', '\t', '\ufeff', '梯']))
    case 2:
      // A key once more, near the first or at the end.
      return text.replace(
        /"(\w+)":/,
        (member, name: string) =>
          `${member}null,"${random.chance(0.5) ? name : escaped(name.charAt(0)) + name.slice(1)}":`,
      )
    case 3:
      return text.replace(/\}(?=[^}]*$)/, `,"${random.pick(['asOf', 'years', 'titles', 'as\\u004ff'])}":null}`)
    case 4:
      return text.replace(/"([a-zA-Z])(\w+)":/, (_member, first: string, rest: string) => `"${escaped(first)}${rest}":`)
    case 5:
      return text.replace(/([,:])/g, random.pick(['$1 ', ' $1\t', '$1  ']))
    case 6:
      return text.replace(/:(\d+)/, random.pick([':$1.0', ':$1e0', ':-$1', ':0$1', ':$1.5', ':1e400', ':NaN']))
    case 7:
      return `${random.pick(['\ufeff', ' ', '\r', '', '[', '\ufeff\ufeff'])}${text}${random.pick(['\r', ' ', ']', ',', '{}', '\u0000'])}`
    default:
      return random.pick([
        '',
        ' ',
        'null',
        'true',
        '1',
        '"x"',
        '[]',
        '{}',
        '[{}]',
        '{"asOf":null}',
        '{"asOf":"2024-06-01"}',
        '{"asOf":"2024-06-01","":1}',
      ])
  }
}

/** The bytes of line `seed`: every other one as generated, the rest spoilt once or twice, a few with bytes that are no text. */
export const lineOf = (standard: ReferenceStandard, seed: number): Uint8Array => {
  const random = randomFrom(seed + 77)
  const document = structuredClone(generateFacts(standard, seed)) as Node
  if (random.chance(0.5)) return Buffer.from(JSON.stringify(document))
  if (random.chance(0.7)) for (let times = 1 + random.below(2); times > 0; times--) spoilValue(random, document)
  let text = JSON.stringify(document)
  if (random.chance(0.4)) text = spoilText(random, text)
  const bytes = Buffer.from(text.replaceAll('\n', ' '))
  if (bytes.length > 0 && random.chance(0.05))
    bytes[random.below(bytes.length)] = random.pick([0xff, 0xc0, 0x80, 0xed, 0xf8])
  return bytes.includes(0x0a) ? Buffer.from(bytes.filter((byte) => byte !== 0x0a)) : bytes
}
