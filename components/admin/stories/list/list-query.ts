/** The filters of the list, as lib/stories/list reads them from the address; `''`: no filter. */
export interface ListQueryView {
  state: '' | 'draft' | 'filed' | 'scheduled' | 'published' | 'retracted';
  whose: '' | 'mine' | 'assigned' | 'due';
  q: string;
  section: string;
  byline: string;
  topic: string;
  district: string;
  form: '' | 'report' | 'opinion' | 'explainer' | 'photo' | 'video' | 'live' | 'longread';
  from: string;
  to: string;
  dates: 'changed' | 'published';
  order: 'changed' | 'published' | 'due' | 'headline';
}

export interface ListChoices {
  sections: readonly { slug: string; name: string }[];
  /** Each division before its districts. */
  districts: readonly { code: string; name: string; parentCode: string | null; level: string }[];
  bylines: readonly string[];
  topics: readonly string[];
}
