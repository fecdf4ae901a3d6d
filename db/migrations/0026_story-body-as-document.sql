-- A body is stored once, as a document. A body of before the documents, which is only a text in the notation of the form
-- without script, is stored as a JSON string from now on, and is read as a document (lib/stories/body/stored-body.ts).
DROP TRIGGER story_uses_media_new;--> statement-breakpoint
DROP TRIGGER story_uses_media;--> statement-breakpoint
UPDATE `stories` SET body_doc = json_quote(body) WHERE body_doc IS NULL AND body <> '';--> statement-breakpoint
ALTER TABLE `stories` DROP COLUMN `body`;--> statement-breakpoint
-- As in 0017, without the column that is gone.
CREATE TRIGGER story_uses_media_new AFTER INSERT ON stories
WHEN instr(new.audio || new.video || coalesce(new.body_doc, ''), '/media/') > 0
BEGIN
  INSERT OR IGNORE INTO media_uses (mark, story_id)
  SELECT substr(value, 1, 20), new.id
  FROM json_each('[' || replace(json_quote(new.audio || ' ' || new.video || ' ' || coalesce(new.body_doc, '')), '/media/', '","') || ']')
  WHERE key > 0 AND substr(value, 21, 1) = '.';
END;
--> statement-breakpoint
CREATE TRIGGER story_uses_media AFTER UPDATE OF audio, video, body_doc ON stories
WHEN new.audio IS NOT old.audio OR new.video IS NOT old.video OR new.body_doc IS NOT old.body_doc
BEGIN
  DELETE FROM media_uses WHERE story_id = new.id;
  INSERT OR IGNORE INTO media_uses (mark, story_id)
  SELECT substr(value, 1, 20), new.id
  FROM json_each('[' || replace(json_quote(new.audio || ' ' || new.video || ' ' || coalesce(new.body_doc, '')), '/media/', '","') || ']')
  WHERE key > 0 AND substr(value, 21, 1) = '.';
END;
--> statement-breakpoint
-- Revisions, snapshots and next versions hold the body once too: the document as `body`, without its notation beside it.
UPDATE `story_revisions` SET snapshot = json_set(json_remove(snapshot, '$.fields.bodyDoc'), '$.fields.body', json(snapshot -> '$.fields.bodyDoc'))
WHERE json_type(snapshot, '$.fields.bodyDoc') = 'object';--> statement-breakpoint
UPDATE `story_versions` SET fields = json_set(json_remove(fields, '$.bodyDoc'), '$.body', json(fields -> '$.bodyDoc'))
WHERE json_type(fields, '$.bodyDoc') = 'object';--> statement-breakpoint
UPDATE `next_versions` SET fields = json_set(json_remove(fields, '$.bodyDoc'), '$.body', json(fields -> '$.bodyDoc'))
WHERE json_type(fields, '$.bodyDoc') = 'object';
