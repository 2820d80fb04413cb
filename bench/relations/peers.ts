/**
 * Known detectors of change on the same series, each with the few settings that are tried: differences of windows, the rule of
 * GeoPrizm, CUSUM, PELT, Bayesian online change-point, and a two-state hidden Markov model.
 */
import type { Balance } from '../../src/relations/index.ts'

export interface Turned {
  readonly kind: 'thaw' | 'rupture'
  readonly day: number
  readonly strength: number
}

/** Co-operation less conflict, day by day. */
const net = (b: Balance): Float64Array => b.cooperation.map((value, i) => value - (b.conflict[i] ?? 0))

const kindOf = (difference: number): Turned['kind'] => (difference > 0 ? 'thaw' : 'rupture')

const deviation = (x: Float64Array): number => {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length
  return Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / x.length)
}

/** Strongest first, none of a kind within `apart` days of a stronger one. */
const thin = (found: Turned[], apart: number): Turned[] => {
  const kept: Turned[] = []
  for (const one of [...found].sort((a, b) => b.strength - a.strength || a.day - b.day))
    if (kept.every(other => other.kind !== one.kind || Math.abs(other.day - one.day) > apart)) kept.push(one)
  return kept
}

/** Mean of the `w` days after a day less that of the `w` days before, in standard errors. */
export const windows = (b: Balance, { w, bar }: { w: number; bar: number }): Turned[] => {
  const x = net(b)
  const scale = deviation(x) * Math.sqrt(2 / w)
  if (scale === 0) return []
  const found: Turned[] = []
  for (let i = w; i + w <= x.length; i++) {
    let difference = 0
    for (let j = 0; j < w; j++) difference += ((x[i + j] ?? 0) - (x[i - 1 - j] ?? 0)) / w
    const strength = Math.abs(difference) / scale
    if (strength >= bar) found.push({ kind: kindOf(difference), day: b.from + i, strength })
  }
  return thin(found, w)
}

/** GeoPrizm: an index of 0 to 100, its mean over 14 days, a turn where that moves by 5 points or more in 7 days. */
export const geoprizm = (b: Balance, { points }: { points: number }): Turned[] => {
  const index = b.cooperation.map((good, i) => {
    const bad = b.conflict[i] ?? 0
    return good + bad === 0 ? Number.NaN : (100 * good) / (good + bad)
  })
  let last = 50
  const filled = index.map(value => {
    if (!Number.isNaN(value)) last = value
    return last
  })
  const mean = (i: number): number => {
    let sum = 0
    for (let j = i - 13; j <= i; j++) sum += filled[j] ?? 0
    return sum / 14
  }
  const found: Turned[] = []
  for (let i = 20; i < filled.length; i++) {
    const change = mean(i) - mean(i - 7)
    if (Math.abs(change) >= points) found.push({ kind: kindOf(change), day: b.from + i, strength: Math.abs(change) })
  }
  return thin(found, 14)
}

/** Two-sided CUSUM of standardised days, restarted after each alarm. */
export const cusum = (b: Balance, { drift, bar }: { drift: number; bar: number }): Turned[] => {
  const x = net(b)
  const scale = deviation(x)
  if (scale === 0) return []
  const found: Turned[] = []
  let [mean, n, up, down] = [0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const value = (x[i] ?? 0) / scale
    if (n >= 30) {
      up = Math.max(0, up + value - mean - drift)
      down = Math.max(0, down - value + mean - drift)
      if (up > bar || down > bar) {
        found.push({ kind: up > bar ? 'thaw' : 'rupture', day: b.from + i, strength: Math.max(up, down) })
        ;[mean, n, up, down] = [0, 0, 0, 0]
        continue
      }
    }
    n++
    mean += (value - mean) / n
  }
  return found
}

/** PELT (Killick, Fearnhead, Eckley 2012): exact least-squares segments under a penalty per cut, times log n. */
export const pelt = (b: Balance, { penalty }: { penalty: number }): Turned[] => {
  const x = net(b)
  const [n, scale] = [x.length, deviation(x)]
  if (scale === 0) return []
  const [sum, square] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  for (let i = 0; i < n; i++) {
    const value = (x[i] ?? 0) / scale
    sum[i + 1] = (sum[i] ?? 0) + value
    square[i + 1] = (square[i] ?? 0) + value * value
  }
  const cost = (i: number, j: number): number =>
    (square[j] ?? 0) - (square[i] ?? 0) - ((sum[j] ?? 0) - (sum[i] ?? 0)) ** 2 / (j - i)
  const beta = penalty * Math.log(n)
  const best = new Float64Array(n + 1).fill(Infinity)
  const from = new Int32Array(n + 1)
  best[0] = -beta
  let alive = [0]
  for (let j = 1; j <= n; j++) {
    for (const i of alive) {
      const value = (best[i] ?? 0) + cost(i, j) + beta
      if (value < (best[j] ?? 0)) {
        best[j] = value
        from[j] = i
      }
    }
    alive = [...alive.filter(i => (best[i] ?? 0) + cost(i, j) <= (best[j] ?? 0)), j]
  }
  const cuts = [n]
  for (let j = n; j > 0; j = from[j] ?? 0) cuts.push(from[j] ?? 0)
  cuts.reverse()
  const level = (i: number, j: number): number => ((sum[j] ?? 0) - (sum[i] ?? 0)) / (j - i)
  return cuts.slice(1, -1).map((cut, at) => {
    const difference = level(cut, cuts[at + 2] ?? n) - level(cuts[at] ?? 0, cut)
    return { kind: kindOf(difference), day: b.from + cut, strength: Math.abs(difference) }
  })
}

/**
 * Adams and MacKay 2007: days of unknown mean and variance (normal-gamma), a constant chance of a cut, runs of at most 300 days. A turn
 * where runs of a week or less hold more than `bar` of the chance.
 */
export const bocpd = (b: Balance, { expected, bar }: { expected: number; bar: number }): Turned[] => {
  const x = net(b)
  const scale = deviation(x)
  if (scale === 0) return []
  const longest = 300
  const hazard = 1 / expected
  const chance = new Float64Array(longest + 1)
  const [mu, beta] = [new Float64Array(longest + 1), new Float64Array(longest + 1).fill(1)]
  chance[0] = 1
  let runs = 1
  const found: Turned[] = []
  const means: number[] = []
  for (let i = 0; i < x.length; i++) {
    const value = (x[i] ?? 0) / scale
    let cut = 0
    let total = 0
    // A run of r days has kappa = r + 1 and alpha = 1 + r / 2; from the longest down, so that each makes room for the next.
    for (let r = Math.min(runs, longest) - 1; r >= 0; r--) {
      const [kappa, alpha] = [r + 1, 1 + r / 2]
      const [m, s] = [mu[r] ?? 0, beta[r] ?? 1]
      const width = (s * (kappa + 1)) / (alpha * kappa)
      const t = 1 + (value - m) ** 2 / (2 * alpha * width)
      // Student's t; the ratio of its gamma functions by Stirling's first terms.
      const density = (Math.sqrt(alpha / (2 * alpha + 0.5)) / Math.sqrt(Math.PI * width)) * t ** -(alpha + 0.5)
      const p = (chance[r] ?? 0) * density
      cut += p * hazard
      chance[r + 1] = p * (1 - hazard)
      total += p
      mu[r + 1] = (kappa * m + value) / (kappa + 1)
      beta[r + 1] = s + (kappa * (value - m) ** 2) / (2 * (kappa + 1))
    }
    chance[0] = cut
    mu[0] = 0
    beta[0] = 1
    runs = Math.min(runs + 1, longest)
    let [best, recent] = [0, 0]
    for (let r = 0; r < runs; r++) {
      chance[r] = total > 0 ? (chance[r] ?? 0) / total : 1 / runs
      if ((chance[r] ?? 0) > (chance[best] ?? 0)) best = r
      if (r >= 1 && r <= 7) recent += chance[r] ?? 0
    }
    means.push(mu[best] ?? 0)
    if (i > 30 && recent >= bar) {
      const difference = value - (means[i - 8] ?? 0)
      found.push({ kind: kindOf(difference), day: b.from + i, strength: recent })
    }
  }
  return thin(found, 30)
}

/**
 * Two hidden states of each side of the balance, calm and stirred, days exponential in each; rates fitted in five rounds, chances of
 * change fixed: a stirred day is followed by another with `stay`, a calm one by a stirred one with a fifth of the rest.
 */
export const hiddenMarkov = (b: Balance, { stay, bar }: { stay: number; bar: number }): Turned[] =>
  (['thaw', 'rupture'] as const).flatMap(kind => {
    const x = kind === 'thaw' ? b.cooperation : b.conflict
    const mean = x.reduce((sum, v) => sum + v, 0) / x.length
    if (mean === 0) return []
    const rates: [number, number] = [mean / 2, mean * bar]
    let posterior: Float64Array = new Float64Array(x.length)
    for (let round = 0; round < 5; round++) {
      posterior = stirred(x, rates, stay)
      let [calm, calmDays, loud, loudDays] = [0, 1e-9, 0, 1e-9]
      for (let i = 0; i < x.length; i++) {
        const p = posterior[i] ?? 0
        loud += p * (x[i] ?? 0)
        loudDays += p
        calm += (1 - p) * (x[i] ?? 0)
        calmDays += 1 - p
      }
      rates[0] = Math.max(calm / calmDays, mean / 1000)
      rates[1] = Math.max(loud / loudDays, bar * rates[0])
    }
    const found: Turned[] = []
    let inside = false
    for (let i = 0; i < x.length; i++) {
      const is = (posterior[i] ?? 0) > 0.5
      if (is && !inside) found.push({ kind, day: b.from + i, strength: rates[1] / rates[0] })
      inside = is
    }
    return thin(found, 90)
  })

const ENTRY = 0.2

/** Forward and backward: the chance of the stirred state on each day. */
const stirred = (x: Float64Array, [calm, loud]: [number, number], stay: number): Float64Array => {
  const n = x.length
  const emit = (i: number, rate: number): number => Math.exp(-(x[i] ?? 0) / rate) / rate
  const forward = new Float64Array(n)
  let p = 0.1
  for (let i = 0; i < n; i++) {
    const prior = p * stay + (1 - p) * (1 - stay) * ENTRY
    const [a, c] = [prior * emit(i, loud), (1 - prior) * emit(i, calm)]
    p = a + c === 0 ? 1 : a / (a + c)
    forward[i] = p
  }
  const out = new Float64Array(n)
  let later = forward[n - 1] ?? 0
  out[n - 1] = later
  for (let i = n - 2; i >= 0; i--) {
    const f = forward[i] ?? 0
    const up = f * stay + (1 - f) * (1 - stay) * ENTRY
    const fromLoud = (f * stay * later) / Math.max(up, 1e-12)
    const fromCalm = (f * (1 - stay) * (1 - later)) / Math.max(1 - up, 1e-12)
    later = Math.min(1, fromLoud + fromCalm)
    out[i] = later
  }
  return out
}

/** Acts of known weight: a day with so much of one kind (a rupture of ties, a treaty, troops), the first in a year. */
export const knownWeight = (b: Balance, { bar }: { bar: number }): Turned[] =>
  (['thaw', 'rupture'] as const).flatMap(kind => {
    const x = kind === 'thaw' ? b.cooperation : b.conflict
    const found: Turned[] = []
    let last = Number.NEGATIVE_INFINITY
    for (let i = 0; i < x.length; i++) {
      const strength = (x[i] ?? 0) / b.ordinary
      if (strength < bar) continue
      if (i - last > 365) found.push({ kind, day: b.from + i, strength })
      last = i
    }
    return found
  })
