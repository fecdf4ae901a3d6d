ALTER TABLE `bylines` ADD `stories` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `stories` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `pictures_of_uploader` ON `pictures` (`uploaded_by`,`id`);--> statement-breakpoint
CREATE INDEX `pictures_unfinished` ON `pictures` (`origin`,`id`) WHERE caption = '' or credit = '' or alt = '';--> statement-breakpoint
CREATE INDEX `pictures_by_moment` ON `pictures` (coalesce(taken_at, created_at), `id`);
--> statement-breakpoint
-- What the library's search finds: the words of each picture, which stand in its own row.
CREATE VIRTUAL TABLE picture_search USING fts5(
  search_keys, content='pictures', content_rowid='id', detail=none, columnsize=0, tokenize='ascii'
);
--> statement-breakpoint
-- Who asks to be forgotten is: no words of a picture that is gone stay in the index.
INSERT INTO picture_search(picture_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO picture_search(rowid, search_keys) SELECT id, search_keys FROM pictures;
--> statement-breakpoint
CREATE TRIGGER picture_is_found AFTER INSERT ON pictures
BEGIN
  INSERT INTO picture_search(rowid, search_keys) VALUES (new.id, new.search_keys);
END;
--> statement-breakpoint
CREATE TRIGGER picture_is_found_anew AFTER UPDATE OF search_keys ON pictures
BEGIN
  INSERT INTO picture_search(picture_search, rowid, search_keys) VALUES ('delete', old.id, old.search_keys);
  INSERT INTO picture_search(rowid, search_keys) VALUES (new.id, new.search_keys);
END;
--> statement-breakpoint
CREATE TRIGGER picture_is_found_no_more AFTER DELETE ON pictures
BEGIN
  INSERT INTO picture_search(picture_search, rowid, search_keys) VALUES ('delete', old.id, old.search_keys);
END;
--> statement-breakpoint
UPDATE topics SET stories = (SELECT count(*) FROM story_topics WHERE topic_id = topics.id);
--> statement-breakpoint
UPDATE bylines SET stories = (SELECT count(*) FROM story_bylines WHERE byline_id = bylines.id);
--> statement-breakpoint
CREATE TRIGGER topic_has_one_more AFTER INSERT ON story_topics
BEGIN
  UPDATE topics SET stories = stories + 1 WHERE id = new.topic_id;
END;
--> statement-breakpoint
CREATE TRIGGER topic_has_one_less AFTER DELETE ON story_topics
BEGIN
  UPDATE topics SET stories = stories - 1 WHERE id = old.topic_id;
END;
--> statement-breakpoint
CREATE TRIGGER topic_is_another AFTER UPDATE OF topic_id ON story_topics
BEGIN
  UPDATE topics SET stories = stories - 1 WHERE id = old.topic_id;
  UPDATE topics SET stories = stories + 1 WHERE id = new.topic_id;
END;
--> statement-breakpoint
CREATE TRIGGER byline_has_one_more AFTER INSERT ON story_bylines
BEGIN
  UPDATE bylines SET stories = stories + 1 WHERE id = new.byline_id;
END;
--> statement-breakpoint
CREATE TRIGGER byline_has_one_less AFTER DELETE ON story_bylines
BEGIN
  UPDATE bylines SET stories = stories - 1 WHERE id = old.byline_id;
END;
--> statement-breakpoint
CREATE TRIGGER byline_is_another AFTER UPDATE OF byline_id ON story_bylines
BEGIN
  UPDATE bylines SET stories = stories - 1 WHERE id = old.byline_id;
  UPDATE bylines SET stories = stories + 1 WHERE id = new.byline_id;
END;
