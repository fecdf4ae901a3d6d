-- What readers find: published stories only. Contentless, since the stories hold the text; rowid is the story's id.
-- Terms come ready from lib/search (split, spelled one way, stemmed), so `ascii` only cuts at spaces, where unicode61
-- would cut a Bengali word at each vowel sign. Unindexed columns are kept to filter and order without the story's row.
CREATE VIRTUAL TABLE story_search USING fts5(
  headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts,
  at UNINDEXED, section_id UNINDEXED, district_code UNINDEXED,
  content='', contentless_delete=1, contentless_unindexed=1, tokenize='ascii'
);
--> statement-breakpoint
-- What only the desk finds: drafts, filed, scheduled and retracted stories. A table of their own, so that no filter
-- stands between them and a reader.
CREATE VIRTUAL TABLE desk_search USING fts5(
  headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts,
  at UNINDEXED, section_id UNINDEXED, district_code UNINDEXED,
  content='', contentless_delete=1, contentless_unindexed=1, tokenize='ascii'
);
--> statement-breakpoint
-- The words that readers can find, for the nearest one to a word that nothing holds.
CREATE VIRTUAL TABLE search_words USING fts5vocab(story_search, col);
