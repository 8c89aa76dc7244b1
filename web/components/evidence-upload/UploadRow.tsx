import { Button } from '../button/Button.tsx'
import { classes } from '../classes.ts'
import { sizeText } from '../evidence-viewer/size-text.ts'
import type { UploadItem } from './upload-queue.ts'

/** Where a file stands, in words. */
export const stateWords = ({ phase, sent, bytes }: UploadItem): string => {
  switch (phase) {
    case 'waiting':
      return `等待上传 · ${sizeText(bytes)}`
    case 'reading':
      return '正在读取…'
    case 'sending':
      return `已传 ${sizeText(sent)}，共 ${sizeText(bytes)}`
    case 'checking':
      return '已传完，正在核对…'
    case 'interrupted':
      return sent === 0 ? '连接中断，将自动继续' : `连接中断，已传 ${sizeText(sent)}，将自动从断处继续`
    default:
      return '没有收下'
  }
}

/** Why a file was not taken, and what to do; names what it is where the server found out. */
export const refusalWords = ({ name, problem }: UploadItem): string => {
  if (!problem) return ''
  const what = problem.found === undefined ? '' : `“${name}”是${problem.found}。`
  return `${what}${problem.message}${problem.remedy}`
}

/** A file on its way: name, state, progress, and the way to stop it or try again. */
export const UploadRow = ({
  item,
  onCancel,
  onRetry,
}: {
  readonly item: UploadItem
  readonly onCancel: () => void
  readonly onRetry: () => void
}) => {
  const { name, phase, sent, bytes, again } = item
  const refused = phase === 'refused'
  return (
    <li className={classes('upload__row', `upload__row--${phase}`)}>
      <span className="upload__name">{name}</span>
      <span className="upload__state">{stateWords(item)}</span>
      <span className="upload__acts">
        {(phase === 'interrupted' || (refused && again)) && (
          <Button tone="quiet" small onClick={onRetry} aria-label={`重试 ${name}`}>
            {refused ? '重试' : '现在继续'}
          </Button>
        )}
        <Button tone="plain" small onClick={onCancel} aria-label={`${refused ? '移除' : '取消'} ${name}`}>
          {refused ? '移除' : '取消'}
        </Button>
      </span>
      {!refused && (
        <progress className="upload__progress" max={bytes} value={sent} aria-label={`${name} 上传进度`}>
          {Math.floor((sent * 100) / Math.max(1, bytes))}%
        </progress>
      )}
      {refused && <p className="upload__problem">{refusalWords(item)}</p>}
    </li>
  )
}
