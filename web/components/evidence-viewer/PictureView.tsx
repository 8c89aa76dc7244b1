import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Placing, placing, zoomBy } from './placing.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** A picture that can be enlarged and turned; keys + － 0 and R while it has the focus. */
export const PictureView = ({ name, href }: { readonly name: string; readonly href: string }) => {
  const ground = useRef<HTMLElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLImageElement>(null)
  const [natural, setNatural] = useState<Size>()
  const [failed, setFailed] = useState(false)
  /** Percent of its own size; undefined fits the width. */
  const [zoom, setZoom] = useState<number>()
  const [turns, setTurns] = useState(0)
  const width = useWidth(ground)

  // A picture that had arrived before hydration told nobody.
  useEffect(() => {
    const image = picture.current
    if (image?.complete && image.naturalWidth > 0)
      setNatural({ width: image.naturalWidth, height: image.naturalHeight })
  }, [])

  const placed = natural && width > 0 ? placing(natural, turns, zoom, width) : undefined
  useLayoutEffect(() => place(placed, frame.current, picture.current))

  const percent = placed?.percent ?? 100
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') setZoom(zoomBy(percent, 1))
    else if (event.key === '-') setZoom(zoomBy(percent, -1))
    else if (event.key === '0') setZoom(undefined)
    else if (event.key === 'r' || event.key === 'R') setTurns((turn) => (turn + 1) % 4)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="viewer__tools" role="toolbar" aria-label="图片">
        <button type="button" onClick={() => setZoom(zoomBy(percent, -1))} aria-label="缩小" title="缩小（－）">
          －
        </button>
        <output aria-label="放大比例">{percent}%</output>
        <button type="button" onClick={() => setZoom(zoomBy(percent, 1))} aria-label="放大" title="放大（＋）">
          ＋
        </button>
        <button type="button" onClick={() => setZoom(undefined)} title="适合宽度（0）">
          适合宽度
        </button>
        <button type="button" onClick={() => setTurns((turn) => (turn + 1) % 4)} title="向右转（R）">
          转 90°
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="viewer__ground" ref={ground} tabIndex={0} aria-label={name} onKeyDown={onKeyDown}>
        {failed && (
          <p className="viewer__instead" role="alert">
            图片没有显示出来，可能是网络中断，或登录已经过期。请刷新页面再看。
          </p>
        )}
        <div className="viewer__sheet" ref={frame} hidden={failed}>
          <img
            ref={picture}
            src={href}
            alt={name}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setNatural({ width: naturalWidth, height: naturalHeight })
            }
            onError={() => setFailed(true)}
          />
        </div>
      </section>
    </>
  )
}

/** Sizes go through the style object: the page's policy refuses style attributes, not scripts that set styles. */
const place = (placed: Placing | undefined, frame: HTMLElement | null, image: HTMLElement | null): void => {
  if (!placed || !frame || !image) return
  frame.style.width = `${placed.frame.width}px`
  frame.style.height = `${placed.frame.height}px`
  image.style.width = `${placed.image.width}px`
  image.style.height = `${placed.image.height}px`
  image.style.transform = placed.transform
}

/** Width there is for the picture, followed as the page changes. */
const useWidth = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
