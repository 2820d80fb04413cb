import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/**
 * The web app. Nothing of it is inline, so that it works under `script-src 'self'; style-src 'self'`: no script in the page,
 * no data: addresses. In development the API is that of a `detente serve` beside it.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // Sizes are measured by bench/web.ts.
    reportCompressedSize: false,
  },
  server: {
    port: 4118,
    strictPort: true,
    // The host is left as it is: the API answers pages of its own host alone.
    proxy: { '/api': { target: process.env.DETENTE_API ?? 'http://127.0.0.1:4117', changeOrigin: false } },
  },
})
