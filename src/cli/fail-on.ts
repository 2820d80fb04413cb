import { type CheckedLedger, EXIT, Failure, type VerdictName } from '../domain/index.ts'
import { verdictName } from '../report/index.ts'

/** Watches for verdicts that a caller does not want to see, and fails at the end, when all results are out. */
export const failOn = (unwanted: readonly VerdictName[]) => {
  const found: { readonly path: string; readonly claim: string; readonly verdict: VerdictName }[] = []
  return {
    look: ({ document, claims }: CheckedLedger): void => {
      for (const { id, verdicts } of claims) {
        const verdict = verdicts.map(v => v.verdict).find(name => unwanted.includes(name))
        if (verdict) found.push({ path: document.path, claim: id, verdict })
      }
    },
    settle: (): void => {
      const [first] = found
      if (!first) return
      const others = found.length === 1 ? '' : ` and ${found.length - 1} more like it`
      throw new Failure(
        EXIT.failOn,
        `${first.path}: claim ${first.claim} is ${verdictName(first.verdict)}${others}`,
        `asked for by --fail-on ${unwanted.join(',')}`,
      )
    },
  }
}
