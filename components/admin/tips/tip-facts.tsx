import { clockTime, longDate } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';
import type { DeskTip } from '@/lib/tips/desk';

/** What a reader wrote, line by line. */
export function TipText({ text }: { text: string }) {
  return (
    <div className="mb-6 text-[1.0625rem]/[1.75] max-w-168 wrap-anywhere [&_p+p]:mt-2">
      {text.split(/\n+/).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, which never change their order
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}

/** Who sent a tip, from where and when, and who works on it. */
export function TipFacts({ tip, say }: { tip: DeskTip['tip']; say: Say }) {
  const facts = [
    { term: say('tips.state'), value: say(`tips.show.${tip.state}`) },
    { term: say('tips.from'), value: tip.name || say('tips.nobody') },
    ...(tip.contact ? [{ term: say('tips.reach'), value: tip.contact }] : []),
    ...(tip.place ? [{ term: say('tips.where'), value: tip.place }] : []),
    { term: say('tips.when'), value: `${longDate(tip.at)}, ${clockTime(tip.at)}` },
    { term: say('tips.whose'), value: tip.member ?? say('tips.nobodys') },
  ];
  return (
    <dl>
      {facts.map(({ term, value }) => (
        <div
          className="py-[0.3rem] gap-2 border-b border-b-rule grid grid-cols-[6rem_minmax(0,1fr)]"
          key={term}
        >
          <dt className="text-ink-3">{term}</dt>
          <dd className="m-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
