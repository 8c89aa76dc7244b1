/** What the page says about one field's own saving. */
export type Saving = 'saving' | 'saved' | 'failed' | 'conflict'

/** Words for it; the field shows them at the end of its label. */
export const savingWords: Readonly<Record<Saving, string>> = {
  saving: '正在保存…',
  saved: '已保存',
  failed: '未能保存',
  conflict: '他人已修改，请核对',
}
