import type { ServedFile } from '../../contract/bytes.ts'
import type { EvaluationPaper } from './paper.ts'
import type { Press } from './press.ts'

/** A file's name: what it is, whose, of which day. */
const nameOf = ({ title, outlines }: EvaluationPaper): string => {
  const [first] = outlines
  const firm = [...(first?.enterprise.name ?? '')].slice(0, 60).join('')
  return `${[title, firm, first?.asOf]
    .filter(Boolean)
    .join('_')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')}.pdf`
}

/** A paper, set and offered for saving. `customer` is whom it is for. */
export const pdfFile = async (press: Press, paper: EvaluationPaper, customer: string): Promise<ServedFile> => ({
  type: 'application/pdf',
  name: nameOf(paper),
  content: await press.print(paper, customer),
})
