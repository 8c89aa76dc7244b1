import { entryText, payloadText } from '../journal/entry-text.ts'
import { sha256 } from '../kernel/sha256.ts'
import { fold } from '../procedure/fold.ts'
import type { RecordedAct } from '../procedure/payloads.ts'
import type { CaseFile, FiledAct } from './case-file.ts'
import { type Check, compared, failed } from './check.ts'

/** An act by itself: it is of this case, and its digests are those of what it says (B6). */
const checkAct = (
  { case: { id, authority } }: CaseFile,
  { entry, digest, opened }: FiledAct,
  position: number,
): Check => {
  const pointer = `/acts/${position}`
  const what = `第 ${entry.subject_seq} 号行为（${entry.act}）：重新计算摘要`
  const payload = opened && sha256(payloadText(opened.salt, opened.person, opened.payload))
  return compared(
    what,
    pointer,
    { entry, digest },
    {
      entry: {
        ...entry,
        authority,
        subject_kind: 'case',
        subject: id,
        payload_digest: payload ?? entry.payload_digest,
      },
      digest: sha256(entryText(entry)),
    },
  )
}

const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number))

/** The case's own acts in their order, opened by the firm in the batch that the file names. */
const checkOrder = ({ case: { batch }, acts }: CaseFile): readonly Check[] => {
  const what = '行为按先后排列'
  const ordered =
    isRising(acts.map(({ entry }) => entry.subject_seq)) && isRising(acts.map(({ entry }) => entry.position))
  const opening = acts.find(({ entry }) => entry.act === 'application.open')
  const opened = opening?.opened?.payload as { readonly batch?: unknown } | undefined
  return [
    ordered ? { what, pointer: '/acts' } : failed(what, '/acts', '次序颠倒或重复'),
    compared('案件属于案卷所写的批次', '/case/batch/id', batch.id, opened?.batch),
  ]
}

const recordedOf = ({ entry, opened }: FiledAct): RecordedAct =>
  ({
    seq: entry.subject_seq,
    act: entry.act,
    person: opened?.person ?? undefined,
    at: entry.at,
    day: entry.day,
    payload: opened?.payload,
  }) as RecordedAct

/** Where all acts are opened: the case stands where the table of acts leads, with its last submission (R8.1). */
const checkStep = ({ case: { step }, acts, submissions }: CaseFile): readonly Check[] => {
  if (step === undefined) return []
  const what = '由全部行为重放程序，得到案件所处的环节'
  const complete = acts.every(({ entry, opened }, at) => entry.subject_seq === at + 1 && opened !== undefined)
  if (!complete) return [failed(what, '/acts', '行为不全，或有未公开的内容')]
  try {
    const state = fold(acts.map(recordedOf))
    return [
      compared(what, '/case/step', step, state.step),
      compared('最后一次提交即案件所依据的提交', '/submissions', submissions.at(-1)?.id, state.submission),
    ]
  } catch (fault) {
    return [failed(what, '/acts', `不合程序：${(fault as Error).message}`)]
  }
}

/** Everything about the acts of a case. */
export const checkActs = (file: CaseFile): readonly Check[] => [
  ...file.acts.map((act, position) => checkAct(file, act, position)),
  ...checkOrder(file),
  ...checkStep(file),
]
