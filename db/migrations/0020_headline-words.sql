ALTER TABLE `search_state` ADD `has_headline_words` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `stories_of_form_on_desk` ON `stories` (`form`,`updated_at`,`id`,`state`) WHERE form <> 'report';
--> statement-breakpoint
-- The words of readers' headlines, for suggestions: the index's own vocabulary would count a word's stories by a walk
-- through them all. `stories` is about how many: what was changed in a headline is counted by `reindex`.
CREATE TABLE headline_words (word text PRIMARY KEY NOT NULL, stories integer NOT NULL) WITHOUT ROWID;
