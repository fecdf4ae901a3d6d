import type { ReactNode } from 'react';
import type { FrontBlock } from '@/lib/fronts/reading';
import type { FrontBlockProps } from './front-block-props';
import { DarkBand } from './layouts/dark-band';
import { Faces } from './layouts/faces';
import { HeadlineStack } from './layouts/headline-stack';
import { LeadAndRows } from './layouts/lead-and-rows';
import { LeadBetween } from './layouts/lead-between';
import { PhotoBand } from './layouts/photo-band';
import { PictureAndList } from './layouts/picture-and-list';
import { Pictures } from './layouts/pictures';
import { Places } from './layouts/places';
import { Plain } from './layouts/plain';
import { SectionLead } from './layouts/section-lead';
import { ThreeCards } from './layouts/three-cards';
import { TwoColumns } from './layouts/two-columns';
import { Words } from './layouts/words';

/** One container in the layout that was chosen for it. */
export function BlockLayout(props: FrontBlockProps) {
  const Layout = layouts[props.block.layout];
  return <Layout {...props} />;
}

const layouts: Record<FrontBlock['layout'], (props: FrontBlockProps) => ReactNode> = {
  // The home front's own page draws its head; anywhere else its stories stand like a section's.
  top: SectionLead,
  'section-lead': SectionLead,
  'lead-and-rows': LeadAndRows,
  'lead-between': LeadBetween,
  'three-cards': ThreeCards,
  pictures: Pictures,
  'photo-band': PhotoBand,
  'dark-band': DarkBand,
  faces: Faces,
  places: Places,
  'two-columns': TwoColumns,
  'headline-stack': HeadlineStack,
  'picture-and-list': PictureAndList,
  words: Words,
  plain: Plain,
};
