// Validates a file by shacl-engine: node shacl_engine.mjs DATA.nt SHAPES.ttl; one finding a line, in four columns.
import { readFileSync } from 'node:fs'
import { Parser, Store } from 'n3'
import rdf from 'rdf-ext'
import { Validator } from 'shacl-engine'

const read = (file) => new Store(new Parser().parse(readFileSync(file, 'utf8')))
const [data, shapes] = process.argv.slice(2).map(read)
const report = await new Validator(shapes, { factory: rdf }).validate({ dataset: data })
for (const result of report.results) {
  const terms = [result.shape.ptr.term, result.constraintComponent, result.focusNode.term, result.value?.term]
  console.log(terms.map((term) => term?.value ?? '').join('\t'))
}
