import { toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import { ButtonLink } from '@/components/ui/button';
import type { deskRules } from '@/lib/comments/rules/listing';
import type { LabelSet, Say } from '@/lib/site/labels';

type RuleListing = Awaited<ReturnType<typeof deskRules>>;
type DeskRule = RuleListing['rules'][number];

interface RuleListProps extends RuleListing {
  say: Say;
  labelSet: LabelSet;
}

/** The hold rules in their order, each with a link to its form. */
export function RuleList({ rules, sections, say, labelSet }: RuleListProps) {
  const sectionName = (id: number | null) =>
    sections.find((section) => section.id === id)?.name ?? say('moderation.anySection');
  return (
    <ol
      className="deeds wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]"
      aria-label={say('moderation.rulesHead')}
    >
      {rules.map((rule) => (
        <li
          className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
          key={rule.id}
        >
          <RuleSummary rule={rule} section={sectionName(rule.sectionId)} say={say} labelSet={labelSet} />
          <ButtonLink href={`/admin/comments/rules?edit=${rule.id}#rule`} about={rule.name}>
            {say('moderation.ruleChange')}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}

interface RuleSummaryProps {
  rule: DeskRule;
  section: string;
  say: Say;
  labelSet: LabelSet;
}

function RuleSummary({ rule, section, say, labelSet }: RuleSummaryProps) {
  const pattern = truncateGraphemes(rule.pattern.replaceAll('\n', ', '), 120, '…');
  return (
    <div className="flex-[1_1_18rem] wrap-anywhere">
      <p>
        <strong>{rule.name}</strong>{' '}
        <span className={rule.isOn ? 'pill pill--ok' : 'pill'}>
          {say(rule.isOn ? 'moderation.ruleOn' : 'moderation.ruleOff')}
        </span>
      </p>
      <p className="meta">
        {[say(`moderation.ruleKind.${rule.kind}`), say(`moderation.ruleEffect.${rule.effect}`), section].join(
          ' · ',
        )}
      </p>
      {pattern !== '' && <p>{labelSet === 'bn' ? toBengaliDigits(pattern) : pattern}</p>}
    </div>
  );
}
