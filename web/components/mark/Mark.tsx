import './mark.css'

/** The brand: three ascending steps for the three titles. Decorative beside the name, hence hidden from readers. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 28 24" width="28" height="24" aria-hidden="true" focusable="false">
    <rect className="mark__1" x="0" y="15" width="8" height="9" rx="1" />
    <rect className="mark__2" x="10" y="8" width="8" height="16" rx="1" />
    <rect className="mark__3" x="20" y="0" width="8" height="24" rx="1" />
  </svg>
)
