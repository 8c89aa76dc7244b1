/** What an act on an edition is called in its timeline, and what it says beside. */
export const editionActWords = (
  act: string,
  payload: Readonly<Record<string, unknown>>,
): { label: string; words: string[] } => {
  const text = (key: string): string[] => (typeof payload[key] === 'string' ? [payload[key]] : [])
  switch (act) {
    case 'edition.hand-in':
      return { label: '提交，报审批', words: text('note') }
    case 'edition.enforce':
      return { label: '批准，供新批次使用', words: text('effectiveOn').map((day) => `自 ${day} 起`) }
    case 'edition.reject':
      return { label: '不予批准', words: text('reasons') }
    case 'edition.withdraw':
      return { label: '撤回', words: [] }
    default:
      return { label: act, words: [] }
  }
}
