import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Vite asks for a default export. Built into `build/console`, which the service serves below /console. */
export default defineConfig({
  root,
  base: '/console/',
  build: {
    outDir: join(root, '..', '..', '..', 'build', 'console'),
    emptyOutDir: true,
    sourcemap: false,
    // Inlined assets would need data: in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
