import type { Engine } from './engine.ts'

/** As many as answer questions at once on most machines; a question itself may use all cores. */
const LANES = 2

/** A reader whose questions, if they come at once, are put side by side: one connection answers one after another. */
export const sideBySide = async (engine: Engine): Promise<Engine> => {
  const lanes = [{ engine, asked: 0 }]
  while (lanes.length < LANES) lanes.push({ engine: await engine.beside(), asked: 0 })
  const inFreest = async <T>(ask: (engine: Engine) => Promise<T>): Promise<T> => {
    const lane = lanes.reduce((free, other) => (other.asked < free.asked ? other : free))
    lane.asked += 1
    try {
      return await ask(lane.engine)
    } finally {
      lane.asked -= 1
    }
  }
  return {
    ...engine,
    rows: (sql, parameters) => inFreest(free => free.rows(sql, parameters)),
    columns: (sql, parameters) => inFreest(free => free.columns(sql, parameters)),
    interrupt: () => {
      for (const lane of lanes) lane.engine.interrupt()
    },
    close: async () => {
      for (const lane of lanes.toReversed()) await lane.engine.close()
    },
  }
}
