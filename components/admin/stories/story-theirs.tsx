import { Notice } from '@/components/ui/notice';
import type { LabelKey, Say } from '@/lib/site/labels';

const labels: readonly (readonly [field: string, label: LabelKey])[] = [
  ['kicker', 'editor.kicker'],
  ['headline', 'editor.headline'],
  ['shortHeadline', 'editor.shortHeadline'],
  ['form', 'editor.form'],
  ['standfirst', 'editor.standfirst'],
  ['body', 'editor.body'],
  ['section', 'editor.section'],
  ['sections', 'editor.otherSections'],
  ['topics', 'editor.topics'],
  ['bylines', 'editor.byline'],
  ['district', 'editor.district'],
  ['districts', 'editor.otherDistricts'],
  ['audio', 'editor.audio'],
  ['video', 'editor.video'],
  ['canonicalSource', 'editor.canonicalSource'],
  ['seoTitle', 'editor.seoTitle'],
  ['seoDescription', 'editor.seoDescription'],
  ['commentsUntil', 'editor.commentsUntilTime'],
  ['pictureId', 'editor.leadImage'],
  ['pictureAlt', 'editor.altText'],
  ['pictureCaption', 'editor.caption'],
  ['pictureCredit', 'editor.credit'],
  ['comments', 'storyDesk.commentCount'],
];

/** What another has saved meanwhile, field by field where it differs, to be compared and copied from. */
export function TheirText({ theirs, say }: { theirs: Readonly<Record<string, string>>; say: Say }) {
  const differing = labels.filter(([field]) => field in theirs);
  return (
    <section className="theirs" aria-labelledby="theirs">
      <Notice kind="warn">
        <h2 id="theirs">{say('storyDesk.theirs')}</h2>
        <dl>
          {differing.map(([field, label]) => (
            <div key={field}>
              <dt>{say(label)}</dt>
              <dd>{theirs[field] || say('storyDesk.theirsEmpty')}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    </section>
  );
}
