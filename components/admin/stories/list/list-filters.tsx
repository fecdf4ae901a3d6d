import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Say } from '@/lib/site/labels';
import type { ListChoices, ListQueryView } from './list-query';
import { SuggestedName } from './suggested-name';

interface ListFiltersProps {
  query: ListQueryView;
  choices: ListChoices;
  say: Say;
}

const forms = ['report', 'opinion', 'explainer', 'photo', 'video', 'live', 'longread'] as const;
const owners = ['mine', 'assigned', 'due'] as const;
const orders = ['changed', 'published', 'due', 'headline'] as const;

/** A plain form: the filters stand in the address, so that the list can be saved and sent to a colleague. */
export function ListFilters({ query, choices, say }: ListFiltersProps) {
  const isMore = (['topic', 'district', 'form', 'whose', 'from', 'to'] as const).some(
    (name) => query[name] !== '',
  );
  return (
    <search>
      <form
        className="filters filters--list mb-3 gap-2 flex flex-wrap items-end [&_.select]:flex-[1_1_9rem] [&_.select]:w-full [&_.input]:flex-[2_1_14rem] [&_.input]:w-full [&>.field:first-of-type]:flex-[2_1_14rem]"
        action="/admin/stories"
        aria-label={say('list.filters')}
      >
        {query.state !== '' && <input type="hidden" name="state" value={query.state} />}
        <Field name="q" id="list-q" type="search" label={say('list.words')} value={query.q} />
        <Select
          name="section"
          id="list-section"
          label={say('editor.section')}
          empty={say('list.anySection')}
          options={choices.sections.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={query.section}
        />
        <SuggestedName
          name="byline"
          label={say('editor.byline')}
          empty={say('list.anyByline')}
          value={query.byline}
          suggestions={choices.bylines}
        />
        <Select
          name="order"
          id="list-order"
          label={say('list.order')}
          options={orders.map((order) => ({ value: order, label: say(`list.order.${order}`) }))}
          value={query.order}
        />
        <Button kind="ink" icon="search">
          {say('list.filter')}
        </Button>
        <details className="filters__more flex-[1_0_100%]" open={isMore || undefined}>
          <summary className="font-medium inline-flex items-center min-h-7 cursor-pointer">
            {say('list.more')}
          </summary>
          <div className="p-3 gap-y-[0.6rem] gap-x-[0.8rem] grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] bg-wash">
            <FurtherFilters query={query} choices={choices} say={say} />
          </div>
        </details>
      </form>
    </search>
  );
}

function FurtherFilters({ query, choices, say }: ListFiltersProps) {
  return (
    <>
      <SuggestedName
        name="topic"
        label={say('editor.topics')}
        empty={say('list.anyTopic')}
        value={query.topic}
        suggestions={choices.topics}
      />
      <Select
        name="district"
        id="list-district"
        label={say('editor.district')}
        empty={say('list.anyDistrict')}
        options={choices.districts.map(({ code, name, level }) => ({
          value: code,
          label: level === 'division' ? say('list.wholeDivision', { name }) : name,
        }))}
        value={query.district}
      />
      <Select
        name="form"
        id="list-form"
        label={say('editor.form')}
        empty={say('list.anyForm')}
        options={forms.map((form) => ({ value: form, label: say(`editor.form.${form}`) }))}
        value={query.form}
      />
      <Select
        name="whose"
        id="list-whose"
        label={say('list.whose')}
        empty={say('list.anyone')}
        options={owners.map((owner) => ({ value: owner, label: say(`list.whose.${owner}`) }))}
        value={query.whose}
      />
      <Select
        name="dates"
        id="list-dates"
        label={say('list.dates')}
        options={(['changed', 'published'] as const).map((dates) => ({
          value: dates,
          label: say(`list.dates.${dates}`),
        }))}
        value={query.dates}
      />
      <Field name="from" id="list-from" type="date" label={say('list.from')} value={query.from} />
      <Field name="to" id="list-to" type="date" label={say('list.to')} value={query.to} />
    </>
  );
}
