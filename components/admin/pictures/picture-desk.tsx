import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type LabelSet, type Say, wordsIn } from '@/lib/site/labels';
import { pictureLabels } from '../desk/labels/client-labels';
import { DeskLabels } from '../desk/labels/desk-labels.client';
import { type FormPicture, type PictureAction, PictureForm } from './picture-form.client';
import { fieldsIn, type GridPicture } from './picture-grid';
import { PictureReplace, PictureSettle } from './picture-replace.client';

export interface DeskPicture extends FormPicture {
  displayId: string;
  isReaders: boolean;
  deletes: boolean;
  missing: GridPicture['missing'];
  facts: readonly string[];
  uses: readonly { key: string; href: string; title: string; as: string }[];
}

interface PictureDeskProps {
  /** Null after the session has ended: the form still holds what was typed. */
  picture: DeskPicture | null;
  actions: Record<'save' | 'replace' | 'settle', PictureAction>;
  labelSet: LabelSet;
  say: Say;
}

/** One picture: its crop and texts, where it is used, and what can be done with it. */
export function PictureDesk({ picture, actions, labelSet, say }: PictureDeskProps) {
  return (
    <DeskLabels words={wordsIn(labelSet, say, pictureLabels)}>
      <DeskHead title={picture ? say('pictures.picture', { id: picture.id }) : say('pictures.library')}>
        <ButtonLink kind="quiet" icon="back" href="/admin/pictures">
          {say('pictures.back')}
        </ButtonLink>
      </DeskHead>
      {picture && !picture.edits && (
        <div className="mb-4">
          <Notice kind="warn">{say('pictures.notYours')}</Notice>
        </div>
      )}
      <div className="picture gap-8 grid lg:grid-cols-[minmax(0,1fr)_19rem]">
        <PictureForm picture={picture} action={actions.save} labelSet={labelSet} />
        {picture && <PictureSide picture={picture} actions={actions} say={say} />}
      </div>
    </DeskLabels>
  );
}

type PictureSideProps = Pick<PictureDeskProps, 'actions' | 'say'> & { picture: DeskPicture };

function PictureSide({ picture, actions, say }: PictureSideProps) {
  return (
    <div className="picture__side [&_.pill]:py-[0.2rem] [&_.pill]:whitespace-normal">
      <p>
        {picture.missing.length > 0 ? (
          <span className="pill pill--warn">
            {say('pictures.needs', { fields: fieldsIn(picture.missing, say) })}
          </span>
        ) : (
          <span className="pill pill--ok">{say('pictures.ready')}</span>
        )}
      </p>
      <UsesPanel picture={picture} say={say} />
      <FactsPanel picture={picture} say={say} />
      {picture.edits && <PictureReplace picture={picture} action={actions.replace} />}
      {(picture.deletes || picture.isReaders) && <PictureSettle picture={picture} action={actions.settle} />}
    </div>
  );
}

/** Where the picture is used. */
function UsesPanel({ picture, say }: Omit<PictureSideProps, 'actions'>) {
  return (
    <section className="panel" aria-labelledby="picture-uses">
      <h2 id="picture-uses">{say('pictures.uses')}</h2>
      {picture.uses.length === 0 && <p className="meta">{say('pictures.usesNone')}</p>}
      <ul>
        {picture.uses.map((use) => (
          <li
            className="py-[0.45rem] px-0 gap-y-0 gap-x-3 border-b border-b-rule grid grid-cols-[minmax(0,1fr)_auto] items-baseline"
            key={use.key}
          >
            <a
              className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
              href={use.href}
            >
              {use.title}
            </a>
            <span className="meta text-micro whitespace-nowrap">{use.as}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FactsPanel({ picture, say }: Omit<PictureSideProps, 'actions'>) {
  return (
    <section className="panel" aria-labelledby="picture-facts">
      <h2 id="picture-facts">{say('pictures.facts')}</h2>
      {picture.facts.map((fact) => (
        <p className="meta" key={fact}>
          {fact}
        </p>
      ))}
    </section>
  );
}
