-- Every "pictureId" in a body, at any depth, is a use of that picture.
CREATE TRIGGER story_body_uses_pictures_new AFTER INSERT ON stories
WHEN new.body_doc IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO picture_uses (picture_id, story_id)
  SELECT value, new.id FROM json_tree(new.body_doc) WHERE key = 'pictureId' AND type = 'integer';
END;
--> statement-breakpoint
CREATE TRIGGER story_body_uses_pictures AFTER UPDATE OF body_doc ON stories
WHEN new.body_doc IS NOT old.body_doc
BEGIN
  DELETE FROM picture_uses WHERE story_id = new.id;
  INSERT OR IGNORE INTO picture_uses (picture_id, story_id)
  SELECT value, new.id FROM json_tree(new.body_doc) WHERE key = 'pictureId' AND type = 'integer';
END;
--> statement-breakpoint
CREATE TRIGGER story_body_uses_pictures_gone AFTER DELETE ON stories
BEGIN
  DELETE FROM picture_uses WHERE story_id = old.id;
END;
--> statement-breakpoint
INSERT OR IGNORE INTO picture_uses (picture_id, story_id)
SELECT found.value, stories.id FROM stories, json_tree(stories.body_doc) AS found
WHERE found.key = 'pictureId' AND found.type = 'integer';
