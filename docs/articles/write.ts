import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articlesPage, readCoverage } from './generate.ts'

// `npm run articles`
writeFileSync(join(import.meta.dirname, '../articles.md'), articlesPage(await readCoverage()))
