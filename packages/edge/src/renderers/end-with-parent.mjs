// Loaded before the renderer. The channel closes when the edge server ends, also by kill -9: no renderer outlives it, and no
// page file is left where a web server finds it, since nobody follows the store any more.
import { readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const { PAGE_FILES: folder } = process.env;
const edgePid = process.ppid;

process.on('disconnect', () => {
  if (folder) takeAway(join(folder, 'live'));
  process.exit(0);
});

function takeAway(live) {
  try {
    // Another edge server may have started by now.
    if (basename(readlinkSync(live)).startsWith(`pages-${edgePid}-`)) rmSync(live);
  } catch {}
}
