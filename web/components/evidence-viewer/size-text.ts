const KIB = 1024

/** A file's size as file managers show it: 812 字节, 34 KB, 3.2 MB. */
export const sizeText = (bytes: number): string => {
  if (bytes < KIB) return `${bytes} 字节`
  if (bytes < KIB * KIB) return `${Math.round(bytes / KIB)} KB`
  const tenths = Math.round((bytes * 10) / (KIB * KIB))
  return tenths % 10 === 0 || tenths >= 100 ? `${Math.round(tenths / 10)} MB` : `${tenths / 10} MB`
}
