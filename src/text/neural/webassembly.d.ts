/** The little of WebAssembly's interface that the kernel needs: TypeScript has it among the browser's types alone. */
declare namespace WebAssembly {
  class Memory {
    constructor(limits: { initial: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: unknown
  }
}
