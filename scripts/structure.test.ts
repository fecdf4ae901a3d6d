import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Sizes that keep the tree readable (CONTRIBUTING.md, "Sizes"). Raise a bound only with a reason in the commit. */
const bounds = {
  functionLines: 100,
  longFunctionLines: 60,
  longFunctions: 20,
  fileLines: 300,
  // The aim is 120.
  fileLinesP90: 125,
  filesPerFolder: 15,
};

const sources = listSources();
const parsed = sources.map(parse);

test('a type name is declared once in the codebase', () => {
  const places = new Map<string, string[]>();
  for (const { file, types } of parsed) {
    for (const name of types) places.set(name, [...(places.get(name) ?? []), file]);
  }
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

test('no function is longer than a screen or two, and few are longer than one', () => {
  const functions = parsed.flatMap(({ functions }) => functions);
  expect(functions.filter(({ lines }) => lines > bounds.functionLines)).toEqual([]);
  expect(functions.filter(({ lines }) => lines > bounds.longFunctionLines).length).toBeLessThanOrEqual(
    bounds.longFunctions,
  );
});

test('files stay short', () => {
  const code = parsed.filter(({ file }) => !file.startsWith('lib/site/labels/'));
  expect(code.filter(({ lines }) => lines > bounds.fileLines).map(({ file }) => file)).toEqual([]);
  const sorted = code.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(bounds.fileLinesP90);
});

test('folders have rooms', () => {
  const counts = new Map<string, number>();
  for (const file of sources) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > bounds.filesPerFolder)).toEqual([]);
});

/** Production code: no tests, no test helpers, no generated migrations, no programs that only measure. */
function listSources(): string[] {
  const roots = ['app', 'components', 'lib', 'db', 'packages', 'scripts'];
  return execFileSync('git', ['-c', 'core.quotepath=off', 'ls-files', '-z', ...roots], { encoding: 'utf8' })
    .split('\0')
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.|\/testing\/|\/example\//.test(file));
}

function parse(file: string) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const types: string[] = [];
  const functions: { where: string; lines: number }[] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (
      ts.isTypeAliasDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      (ts.isClassDeclaration(node) && node.name)
    )
      types.push(node.name?.text ?? '');
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = lineOf(node.getStart(source));
      functions.push({ where: `${file}:${start}`, lines: lineOf(node.end) - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, types, functions, lines: text.split('\n').length - 1 };
}
