import { copyFileSync } from 'node:fs';

// Loaded by the renderer with `--import`, so it is no TypeScript.
copyFileSync('src/renderers/end-with-parent.mjs', 'dist/renderers/end-with-parent.mjs');
