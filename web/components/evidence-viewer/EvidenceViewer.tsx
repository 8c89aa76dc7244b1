import { useEffect, useState } from 'react'
import { forSaving } from './evidence-href.ts'
import { PictureView } from './PictureView.tsx'
import { sizeText } from './size-text.ts'
import './evidence-viewer.css'

/** A document as lists of evidence give it. */
export interface ViewedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/**
 * The document on the desk: a PDF in the browser's own reader, at `page` where it is known, a picture with zoom and
 * turning. Opening it apart and saving it are links and work before scripts run. `href` from evidence-href.ts.
 */
export const EvidenceViewer = ({
  file,
  href,
  page,
}: {
  readonly file: ViewedFile
  readonly href: string
  readonly page?: number | undefined
}) => (
  <section className="viewer" aria-label={`佐证：${file.name}`}>
    <header className="viewer__bar">
      <p className="viewer__name">
        <b>{file.name}</b>
        <span className="viewer__about">
          {page !== undefined && `第 ${page} 页 · `}
          {sizeText(file.bytes)}
        </span>
      </p>
      <p className="viewer__ways">
        <a href={atPage(href, page)} target="_blank" rel="noreferrer">
          新窗口打开
        </a>
        <a href={forSaving(href)}>下载</a>
      </p>
    </header>
    {file.mediaType === 'application/pdf' ? (
      <PdfView key={`${href} ${page}`} name={file.name} href={atPage(href, page)} frame={inRail(href, page)} />
    ) : (
      <PictureView key={href} name={file.name} href={href} />
    )}
  </section>
)

/** The open parameters every PDF reader in a browser understands. */
const atPage = (href: string, page: number | undefined): string => (page === undefined ? href : `${href}#page=${page}`)

/** In the rail the reader's own side list would take half of the width; the page fills it instead. */
const inRail = (href: string, page: number | undefined): string =>
  `${href}#${page === undefined ? '' : `page=${page}&`}view=FitH&navpanes=0`

/** Phones cannot show a PDF inside a page, and say so; there the link is all there is. */
const PdfView = ({ name, href, frame }: { readonly name: string; readonly href: string; readonly frame: string }) => {
  const [inPage, setInPage] = useState(true)
  useEffect(() => setInPage(navigator.pdfViewerEnabled !== false), [])
  if (inPage) return <iframe className="viewer__frame" src={frame} title={name} />
  return (
    <p className="viewer__instead">
      这台设备不能在页面里显示 PDF。
      <a href={href} target="_blank" rel="noreferrer">
        打开“{name}”
      </a>
    </p>
  )
}
