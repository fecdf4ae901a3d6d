import { execFileSync } from 'node:child_process';

/**
 * How many files a feature touched, by its commit: the measure of CONTRIBUTING.md's recipes. Generated migrations, tests with their data and
 * documents do not count. Ends with 1 if a feature took more files than its recipe promises.
 */
const features = [
  { subject: 'Add the dateline field', atMost: 5 },
  { subject: 'Add the fact box block', atMost: 4 },
];

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const isCounted = (file) => !/^db\/migrations\/|\.test\.tsx?$|\/testing\/|^e2e\/|\.md$|\.golden\./.test(file);

for (const { subject, atMost } of features) {
  const commit = git('log', '--no-merges', '--format=%h', '--fixed-strings', `--grep=${subject}`, '-1');
  if (commit === '') {
    console.log(`${subject}: no such commit in this clone (is it shallow?)`);
    process.exitCode = 1;
    continue;
  }
  const files = git('show', '--name-only', '--format=', commit).split('\n').filter(isCounted);
  console.log(
    `${commit} ${subject}: ${files.length} files, at most ${atMost}\n${files.map((file) => `  ${file}`).join('\n')}`,
  );
  if (files.length > atMost) process.exitCode = 1;
}
