import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/**
 * Packs a copy of packages/NAME as `npm pack` does, its build included, and unpacks the tarball into node_modules of that
 * project. Returns the folder of the package there. Of its dependencies only those are copied that npm has put into its own folder.
 */
export function installPacked(name, project) {
  const workspace = mkdtempSync(join(tmpdir(), `pack-${name}-`));
  try {
    const copy = join(workspace, name);
    const isSource = (path) => !['node_modules', 'dist', '.next'].includes(basename(path));
    cpSync(resolve('packages', name), copy, { recursive: true, filter: isSource });
    // The compiler and the package's own dependencies, as an installation would put them beside it.
    symlinkSync(resolve('node_modules'), join(workspace, 'node_modules'), 'junction');
    const nested = resolve('packages', name, 'node_modules');
    if (existsSync(nested)) cpSync(nested, join(copy, 'node_modules'), { recursive: true });
    run('npm', ['pack', '--silent'], copy);
    const [tarball = ''] = readdirSync(copy).filter((file) => file.endsWith('.tgz'));
    const installed = resolve(project, 'node_modules/@barta', name);
    mkdirSync(installed, { recursive: true });
    run('tar', ['-xzf', join(copy, tarball), '--strip-components=1', '-C', installed], workspace);
    if (existsSync(nested)) cpSync(nested, join(installed, 'node_modules'), { recursive: true });
    return installed;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** Runs a program to its end and returns its output. Throws with all that it has printed if it fails. */
export function run(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`, { cause: error });
  }
}
