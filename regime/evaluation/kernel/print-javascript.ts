import type { Program, Real, Whole } from './program.ts'

const signs = { plus: '+', minus: '-', times: '*' } as const

const printReal = (value: Real): string => {
  switch (value.op) {
    case 'column':
      return `c[i+${value.index}]`
    case 'real':
      return `${value.value}`
    case 'get':
      return value.name
    case 'size':
      return `Math.abs(${printReal(value.of)})`
    default:
      return `(${printReal(value.left)}${signs[value.op]}${printReal(value.right)})`
  }
}

const isTruth = (value: Whole): boolean =>
  ['known', 'compare', 'equal', 'at-least', 'less', 'and', 'or'].includes(value.op)

/** A truth value as a JavaScript boolean. */
const printTruth = (value: Whole): string => {
  switch (value.op) {
    case 'known':
      return `${printReal(value.of)}===${printReal(value.of)}`
    case 'compare':
      return `${printReal(value.left)}${value.operator}${printReal(value.right)}`
    case 'equal':
      return `${printWhole(value.left)}===${printWhole(value.right)}`
    case 'at-least':
      return `${printWhole(value.left)}>=${printWhole(value.right)}`
    case 'less':
      return `${printWhole(value.left)}<${printWhole(value.right)}`
    case 'and':
      return `(${printTruth(value.left)}&&${printTruth(value.right)})`
    case 'or':
      return `(${printTruth(value.left)}||${printTruth(value.right)})`
    default:
      return `${printWhole(value)}!==0`
  }
}

function printWhole(value: Whole): string {
  switch (value.op) {
    case 'whole':
      return `${value.value}`
    case 'read':
      return value.name
    case 'add':
      return `(${printWhole(value.left)}+${printWhole(value.right)})`
    case 'least':
      return `Math.min(${printWhole(value.left)},${printWhole(value.right)})`
    case 'most':
      return `Math.max(${printWhole(value.left)},${printWhole(value.right)})`
    case 'choose':
      return `(${printTruth(value.when)}?${printWhole(value.then)}:${printWhole(value.otherwise)})`
    default:
      return isTruth(value) ? `(${printTruth(value)}?1:0)` : ''
  }
}

/**
 * JavaScript source of a module with one export, `flat(c, i, o, j)`: reads the row of doubles at c[i…] (columns.ts) and
 * writes the packed result at o[j…] (layout.ts).
 */
export const printJavaScript = ({ steps, outputs }: Program): string =>
  [
    'export const flat=(c,i,o,j)=>{',
    ...steps.map(
      ({ kind, name, value }) =>
        `const ${name}=${kind === 'real' ? printReal(value as Real) : printWhole(value as Whole)};`,
    ),
    ...outputs.map(({ offset, name }) => `o[j+${offset}]=${name};`),
    '};',
    '',
  ].join('\n')
