import { toBengaliDigits } from '@barta/bengali/digits';
import { Button, ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { QueueFilter } from '@/lib/comments/desk/queue-filter';
import type { Say } from '@/lib/site/labels';

interface QueueFiltersProps {
  filter: QueueFilter;
  isNarrowed: boolean;
  states: readonly { value: string; label: string }[];
  sections: readonly { value: string; label: string }[];
  reasons: readonly { value: string; label: string }[];
  say: Say;
}

/** A plain form: the filters stand in the address, so that it can be saved and sent to a colleague. */
export function QueueFilters({ filter, isNarrowed, states, sections, reasons, say }: QueueFiltersProps) {
  return (
    <details className="mb-3" open={isNarrowed || undefined}>
      <summary className="font-medium cursor-pointer min-h-7">{say('moderation.filters')}</summary>
      <search>
        <form action="/admin/comments" className="sift__in">
          <Field
            name="q"
            type="search"
            label={say('moderation.search')}
            hint={say('moderation.searchHint')}
            value={filter.q}
          />
          <Select name="state" label={say('moderation.filterState')} options={states} value={filter.tab} />
          <Select
            name="section"
            label={say('moderation.filterSection')}
            empty={say('moderation.anySection')}
            options={sections}
            value={filter.section}
          />
          <Select
            name="why"
            label={say('moderation.filterWhy')}
            empty={say('moderation.anyWhy')}
            options={reasons}
            value={filter.why}
          />
          <Field
            name="story"
            inputMode="numeric"
            label={say('moderation.filterStory')}
            value={toBengaliDigits(filter.story)}
          />
          <Field name="since" type="date" label={say('moderation.filterSince')} value={filter.since} />
          <Field name="until" type="date" label={say('moderation.filterUntil')} value={filter.until} />
          <FilterBoxes filter={filter} say={say} />
          <div className="gap-y-[0.4rem] gap-x-[1.2rem] col-span-full flex flex-wrap">
            <Button kind="ink" icon="search">
              {say('moderation.filterGo')}
            </Button>
            {isNarrowed && (
              <ButtonLink href={`/admin/comments?state=${filter.tab}`}>
                {say('moderation.filterClear')}
              </ButtonLink>
            )}
          </div>
        </form>
      </search>
    </details>
  );
}

function FilterBoxes({ filter, say }: Pick<QueueFiltersProps, 'filter' | 'say'>) {
  return (
    <div className="gap-y-[0.4rem] gap-x-[1.2rem] col-span-full flex flex-wrap">
      <Checkbox name="link" value="1" label={say('moderation.filterLink')} checked={filter.link === '1'} />
      <Checkbox name="mine" value="1" label={say('moderation.filterMine')} checked={filter.mine === '1'} />
      {filter.by !== '' && (
        <Checkbox name="by" value={filter.by} label={say('moderation.filterOfReader')} checked />
      )}
    </div>
  );
}
