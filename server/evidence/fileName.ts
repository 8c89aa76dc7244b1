import type { EvidenceType } from '../../contract/evidence-rule.ts'

const LONGEST = 120
const UNNAMED = '未命名'

// Control characters, and marks that turn the direction of writing (so that “gpj.exe” could show as “exe.jpg”).
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu

const extensions: Readonly<Record<EvidenceType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
}

/** A file's own name without its path, as people gave it: one line, nothing unseen, at most 120 characters. */
export const fileName = (given: string): string => {
  const last = given.normalize('NFC').replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  if (plain === '') return UNNAMED
  const characters = [...plain]
  if (characters.length <= LONGEST) return plain
  const extension = /\.[0-9A-Za-z]{1,5}$/.exec(plain)?.[0] ?? ''
  return characters.slice(0, LONGEST - extension.length).join('') + extension
}

/** The same with the extension that fits what the file turned out to be. */
export const typedName = (name: string, type: EvidenceType): string => {
  const fitting = extensions[type]
  const extension = /\.([0-9A-Za-z]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return extension !== undefined && fitting.includes(extension) ? name : `${name}.${fitting[0]}`
}
