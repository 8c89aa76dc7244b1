import { Link } from 'react-router'
import './pagination.css'

/** The query string of another page of the same list; page 1 has none. */
const at = (search: string, page: number): string => {
  const query = new URLSearchParams(search)
  query.delete('page')
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text === '' ? '?' : `?${text}`
}

/** Previous and next as real links, and how much there is. `search` is the current query string, kept. */
export const Pagination = ({
  page,
  pages,
  total,
  search = '',
}: {
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly search?: string
}) => (
  <nav className="pagination" aria-label="翻页">
    <p className="pagination__count">
      共 {total.toLocaleString('zh-CN')} 条{pages > 1 && `，第 ${page} / ${pages} 页`}
    </p>
    {pages > 1 && (
      <p className="pagination__links">
        {page > 1 && (
          <Link rel="prev" to={at(search, page - 1)}>
            上一页
          </Link>
        )}
        {page < pages && (
          <Link rel="next" to={at(search, page + 1)}>
            下一页
          </Link>
        )}
      </p>
    )}
  </nav>
)
