import { toBengaliDigits } from '@barta/bengali/digits';
import { truncateGraphemes } from '@barta/bengali/graphemes';
import type { Metadata } from 'next';
import { RuleForm } from '@/components/admin/comments/rules/rule-form.client';
import { StrictnessForm } from '@/components/admin/comments/rules/strictness-form.client';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskRules, TRIED_ON } from '@/lib/comments/rules/listing';
import { ruleKinds } from '@/lib/comments/rules/rule-form';
import { strictnesses } from '@/lib/comments/rules/set-strictness';
import { idIn } from '@/lib/forms/read-form';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { saveStrictness, tryOrSaveRule } from './actions';
import '../comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('moderation.rulesHead') };
}

const savedLabels = new Map<string, LabelKey>([
  ['rule', 'moderation.ruleSaved'],
  ['strictness', 'moderation.strictnessSaved'],
]);

/** What the newsroom holds or hides by itself, and how strict each section is. */
export default async function RulesPage({ searchParams }: PageProps<'/admin/comments/rules'>) {
  const { rules, sections } = await deskRules();
  const asked = await searchParams;
  const edit = idIn([asked.edit].flat()[0] ?? '');
  const did = savedLabels.get([asked.did].flat()[0] ?? '');
  const { say, labelSet } = await readSite();
  const rule = rules.find(({ id }) => id === edit);
  const sectionName = (id: number | null) =>
    sections.find((section) => section.id === id)?.name ?? say('moderation.anySection');
  const digits = (text: string) => (labelSet === 'bn' ? toBengaliDigits(text) : text);
  return (
    <>
      <DeskHead title={say('moderation.rulesHead')}>
        <ButtonLink href="/admin/comments" icon="back">
          {say('moderation.backToQueue')}
        </ButtonLink>
      </DeskHead>
      {did && <Notice kind="done">{say(did)}</Notice>}
      <p className="meta">{say('moderation.rulesNote', { count: TRIED_ON })}</p>
      {rules.length === 0 && <p className="note">{say('moderation.rulesEmpty')}</p>}
      <ol
        className="deeds wrap-anywhere [&_.note]:max-w-176 [&+.meta]:mt-[0.8rem]"
        aria-label={say('moderation.rulesHead')}
      >
        {rules.map((known) => (
          <li
            className="py-[0.7rem] px-0 gap-y-2 gap-x-4 border-b border-b-rule flex flex-wrap items-center justify-between"
            key={known.id}
          >
            <div className="flex-[1_1_18rem] wrap-anywhere">
              <p>
                <strong>{known.name}</strong>{' '}
                <span className={known.isOn ? 'pill pill--ok' : 'pill'}>
                  {say(known.isOn ? 'moderation.ruleOn' : 'moderation.ruleOff')}
                </span>
              </p>
              <p className="meta">
                {[
                  say(`moderation.ruleKind.${known.kind}`),
                  say(`moderation.ruleEffect.${known.effect}`),
                  sectionName(known.sectionId),
                ].join(' · ')}
              </p>
              {known.pattern !== '' && (
                <p>{digits(truncateGraphemes(known.pattern.replaceAll('\n', ', '), 120, '…'))}</p>
              )}
            </div>
            <ButtonLink href={`/admin/comments/rules?edit=${known.id}#rule`} about={known.name}>
              {say('moderation.ruleChange')}
            </ButtonLink>
          </li>
        ))}
      </ol>
      <section className="panel" id="rule" aria-labelledby="rule-title">
        <h2 id="rule-title">{say(rule ? 'moderation.ruleEdit' : 'moderation.ruleNew')}</h2>
        <RuleForm
          // Saved, it has another version: then the form begins with what is kept now.
          key={rule ? `${rule.id}:${rule.version}` : `new:${[asked.at].flat()[0] ?? ''}`}
          action={tryOrSaveRule}
          rule={{
            ruleId: rule ? String(rule.id) : '',
            basedOn: rule ? String(rule.version) : '',
            kind: rule?.kind ?? 'words',
            name: rule?.name ?? '',
            pattern: rule?.pattern ?? '',
            effect: rule?.effect ?? 'hold',
            sectionId: rule?.sectionId ? String(rule.sectionId) : '',
            isOn: rule && !rule.isOn ? '' : '1',
          }}
          kinds={ruleKinds.map((kind) => ({ value: kind, label: say(`moderation.ruleKind.${kind}`) }))}
          effects={(['hold', 'hide'] as const).map((effect) => ({
            value: effect,
            label: say(`moderation.ruleEffect.${effect}`),
          }))}
          sections={sections.map(({ id, name }) => ({ value: String(id), label: name }))}
          words={{
            kind: say('moderation.ruleKind'),
            name: say('moderation.ruleName'),
            pattern: say('moderation.rulePattern'),
            patternHint: say('moderation.rulePatternHint'),
            effect: say('moderation.ruleEffect'),
            section: say('moderation.filterSection'),
            anySection: say('moderation.anySection'),
            isOn: say('moderation.ruleIsOn'),
            tryIt: say('moderation.ruleTry'),
            save: say('moderation.ruleSave'),
            another: say('moderation.ruleNew'),
          }}
        />
      </section>
      <section className="panel" aria-labelledby="strictness-title">
        <h2 id="strictness-title">{say('moderation.strictness')}</h2>
        <StrictnessForm
          key={sections.map(({ strictness }) => strictness).join()}
          action={saveStrictness}
          sections={sections}
          choices={strictnesses.map((value) => ({ value, label: say(`taxonomy.strictness.${value}`) }))}
          words={{ hint: say('moderation.strictnessHint'), save: say('moderation.strictnessSave') }}
        />
      </section>
    </>
  );
}
