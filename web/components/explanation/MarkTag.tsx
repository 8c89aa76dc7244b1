import type { Mark } from '../../../regime/evaluation/telling/outline.ts'
import { Tag } from '../tag/Tag.tsx'

const tones = { met: 'pass', unmet: 'fail', undetermined: 'open' } as const

/** The verdict of one thing, in the word that fits it. */
export const MarkTag = ({ mark }: { readonly mark: Mark }) => <Tag tone={tones[mark.verdict]}>{mark.word}</Tag>
