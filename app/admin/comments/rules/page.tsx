import type { Metadata } from 'next';
import { RuleForm } from '@/components/admin/comments/rules/rule-form.client';
import { RuleList } from '@/components/admin/comments/rules/rule-list';
import { StrictnessForm } from '@/components/admin/comments/rules/strictness-form.client';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { deskRules, TRIED_ON } from '@/lib/comments/rules/listing';
import { ruleKinds } from '@/lib/comments/rules/rule-form';
import { strictnesses } from '@/lib/comments/rules/set-strictness';
import { idIn } from '@/lib/forms/read-form';
import type { LabelKey, Say } from '@/lib/site/labels';
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
  const params = await searchParams;
  const one = (name: string) => [params[name]].flat()[0] ?? '';
  const edited = rules.find(({ id }) => id === idIn(one('edit')));
  const saved = savedLabels.get(one('did'));
  const { say, labelSet } = await readSite();
  return (
    <>
      <DeskHead title={say('moderation.rulesHead')}>
        <ButtonLink href="/admin/comments" icon="back">
          {say('moderation.backToQueue')}
        </ButtonLink>
      </DeskHead>
      {saved && <Notice kind="done">{say(saved)}</Notice>}
      <p className="meta">{say('moderation.rulesNote', { count: TRIED_ON })}</p>
      {rules.length === 0 && <p className="note">{say('moderation.rulesEmpty')}</p>}
      <RuleList rules={rules} sections={sections} say={say} labelSet={labelSet} />
      <section className="panel" id="rule" aria-labelledby="rule-title">
        <h2 id="rule-title">{say(edited ? 'moderation.ruleEdit' : 'moderation.ruleNew')}</h2>
        <RuleForm
          // Once saved, the rule has another version: then the form begins with what is stored now.
          key={edited ? `${edited.id}:${edited.version}` : `new:${one('at')}`}
          action={tryOrSaveRule}
          rule={ruleFormValues(edited)}
          {...ruleFormChoices(sections, say)}
          words={ruleFormWords(say)}
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

type DeskRules = Awaited<ReturnType<typeof deskRules>>;

function ruleFormValues(rule: DeskRules['rules'][number] | undefined) {
  return {
    ruleId: rule ? String(rule.id) : '',
    basedOn: rule ? String(rule.version) : '',
    kind: rule?.kind ?? 'words',
    name: rule?.name ?? '',
    pattern: rule?.pattern ?? '',
    effect: rule?.effect ?? 'hold',
    sectionId: rule?.sectionId ? String(rule.sectionId) : '',
    isOn: rule && !rule.isOn ? '' : '1',
  };
}

function ruleFormChoices(sections: DeskRules['sections'], say: Say) {
  return {
    kinds: ruleKinds.map((kind) => ({ value: kind, label: say(`moderation.ruleKind.${kind}`) })),
    effects: (['hold', 'hide'] as const).map((effect) => ({
      value: effect,
      label: say(`moderation.ruleEffect.${effect}`),
    })),
    sections: sections.map(({ id, name }) => ({ value: String(id), label: name })),
  };
}

function ruleFormWords(say: Say) {
  return {
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
  };
}
