import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { Evidence, EvidenceOwner } from '../../../contract/evidence.ts'
import { evidenceTypes } from '../../../contract/evidence-rule.ts'
import { Button } from '../button/Button.tsx'
import { classes } from '../classes.ts'
import { sizeText } from '../evidence-viewer/size-text.ts'
import { FieldGroup } from '../field/Field.tsx'
import { UploadRow } from './UploadRow.tsx'
import type { UploadItem } from './upload-queue.ts'
import { useUploadQueue } from './use-upload-queue.ts'
import './evidence-upload.css'

/** Evidence already attached, as the page's data give it. */
export interface AttachedFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
}

export interface EvidenceUploadProps {
  /** Tells this field from others of the page; also its id. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly owner: EvidenceOwner
  /** The person signed in: their files wait in the browser over a reload. Left out where nothing may stay behind. */
  readonly person?: string | undefined
  readonly files: readonly AttachedFile[]
  /** Where an attached file is read (evidence-href.ts); without it names are no links. */
  readonly href?: (id: string) => string
  /** A file has arrived: attach it. The same file chosen twice comes twice with the same id. */
  readonly onEvidence: (evidence: Evidence) => void
  /** Detaches a file; the evidence itself stays in the record. */
  readonly onRemove?: (id: string) => void
  /** Offers the camera on phones: on-site photos. */
  readonly camera?: boolean
}

const pictures = 'image/jpeg,image/png'

/**
 * Evidence for one thing: choose, drop or photograph several files at once; each shows how far it is, goes on by itself
 * after a broken connection, and says in words why it was not taken.
 */
export const EvidenceUpload = (props: EvidenceUploadProps) => {
  const { name, owner, person, files, href, onEvidence, onRemove, camera = false, ...field } = props
  const [news, setNews] = useState('')
  const arrived = (evidence: Evidence): void => {
    setNews(`“${evidence.name}”已上传。`)
    onEvidence(evidence)
  }
  const { items, queue } = useUploadQueue(name, owner, person, arrived)
  const add = (chosen: readonly File[]): void => {
    if (chosen.length > 0) void queue()?.add(chosen)
  }
  return (
    <FieldGroup name={name} {...field}>
      <DropGround onFiles={add}>
        <FileButton id={`${name}-files`} words="选择文件" accept={evidenceTypes.join()} onFiles={add} />
        {camera && <FileButton id={`${name}-camera`} words="拍照" accept={pictures} capture onFiles={add} />}
        <p className="upload__rule">
          <span className="upload__drag">也可以拖到这里，一次多个。</span>PDF、JPEG、PNG，每个不超过 20 MB。
        </p>
      </DropGround>
      {files.length + items.length > 0 && (
        <ul className="upload__list">
          {files.map((file) => (
            <AttachedRow
              key={file.id}
              file={file}
              {...(href && { href: href(file.id) })}
              {...(onRemove && { onRemove })}
            />
          ))}
          {items.map((item) => (
            <UploadRow
              key={item.key}
              item={item}
              onCancel={() => void queue()?.cancel(item.key)}
              onRetry={() => queue()?.retry(item.key)}
            />
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {news || refusalNews(items)}
      </p>
    </FieldGroup>
  )
}

/** For those who do not see the list: how many files need a person. */
const refusalNews = (items: readonly UploadItem[]): string => {
  const refused = items.filter(({ phase }) => phase === 'refused')
  return refused.length === 0 ? '' : `${refused.length} 个文件没有收下：${refused.map(({ name }) => name).join('、')}`
}

/** A native file input whose label is the button; choosing the same file again works too. */
const FileButton = ({
  id,
  words,
  accept,
  capture = false,
  onFiles,
}: {
  readonly id: string
  readonly words: string
  readonly accept: string
  readonly capture?: boolean
  readonly onFiles: (files: readonly File[]) => void
}) => {
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(currentTarget.files ?? [])])
    currentTarget.value = ''
  }
  return (
    <span className={classes('upload__choose', capture && 'upload__choose--camera')}>
      <input
        id={id}
        type="file"
        className="upload__input"
        accept={accept}
        multiple={!capture}
        {...(capture && { capture: 'environment' as const })}
        onChange={choose}
      />
      <label htmlFor={id} className="button button--quiet">
        {words}
      </label>
    </span>
  )
}

/** Takes dropped files; for the mouse only, everything it does the buttons do too. */
const DropGround = ({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}) => {
  // Entering a child leaves the parent first or last, depending on the browser: count.
  const depth = useRef(0)
  const [over, setOver] = useState(false)
  const moved = (by: number) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current = Math.max(0, depth.current + by)
    setOver(depth.current > 0)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
    <div
      className={classes('upload__ground', over && 'upload__ground--over')}
      onDragEnter={moved(1)}
      onDragLeave={moved(-1)}
      onDragOver={moved(0)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}

const AttachedRow = ({
  file: { id, name, bytes },
  href,
  onRemove,
}: {
  readonly file: AttachedFile
  readonly href?: string
  readonly onRemove?: (id: string) => void
}) => (
  <li className="upload__row upload__row--done">
    <span className="upload__name">
      {href === undefined ? (
        name
      ) : (
        <a href={href} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
    </span>
    <span className="upload__state">已上传 · {sizeText(bytes)}</span>
    {onRemove && (
      <Button tone="plain" small className="upload__act" onClick={() => onRemove(id)} aria-label={`移除 ${name}`}>
        移除
      </Button>
    )}
  </li>
)
