import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The functions that run a callback inside a transaction. */
const TRANSACTIONS = new Set(['tx', 'batchedTx']);

/**
 * Where a transaction's callback names the database that it was opened on, or opens another. `Connection` has no query method, but
 * a command that also reads outside its transaction has an `AppDb` in scope, and that one would compile.
 */
function outerHandlesIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && TRANSACTIONS.has(node.expression.getText())) {
      const [database, callback] = node.arguments;
      if (callback) findNames(callback, new Set([database?.getText() ?? '', 'getDb', 'getConnection']));
    }
    ts.forEachChild(node, visit);
  };
  const findNames = (node: ts.Node, names: ReadonlySet<string>): void => {
    const isName = ts.isIdentifier(node) && names.has(node.text);
    const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (isName && !isProperty) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.text}`);
    }
    ts.forEachChild(node, (child) => findNames(child, names));
  };
  visit(tree);
  return found;
}

test('inside a transaction no command uses the handle outside it', () => {
  const files = globSync('{app,lib,db}/**/*.{ts,tsx}').filter(
    (file) => !/\.test\.tsx?$|\/testing\//.test(file),
  );
  const sources = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  expect(sources.filter(({ source }) => /\btx\(/.test(source)).length).toBeGreaterThan(80);
  expect(sources.flatMap(({ file, source }) => outerHandlesIn(file, source))).toEqual([]);
});

test('an outer handle is found by its name, and by a second opening', () => {
  const inside = (code: string) => outerHandlesIn('a.ts', `tx(db, (t) => { ${code} });`);
  expect(inside('read(t); t.db; return done();')).toEqual([]);
  expect(inside('read(db);')).toEqual(['a.ts:1 db']);
  expect(inside('getDb().select();')).toEqual(['a.ts:1 getDb']);
});
