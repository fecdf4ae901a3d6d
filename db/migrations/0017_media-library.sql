CREATE TABLE `media_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file` text NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`bytes` integer,
	`seconds` integer,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`search_keys` text DEFAULT '' NOT NULL,
	`uploaded_by` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`uploaded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_files_file_unique` ON `media_files` (`file`);--> statement-breakpoint
CREATE INDEX `media_files_by_kind` ON `media_files` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `media_files_of_uploader` ON `media_files` (`uploaded_by`,`id`);--> statement-breakpoint
CREATE TABLE `media_remains` (
	`file` text PRIMARY KEY NOT NULL,
	`remove_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_remains_due` ON `media_remains` (`remove_at`);--> statement-breakpoint
CREATE TABLE `media_uses` (
	`mark` text NOT NULL,
	`story_id` integer NOT NULL,
	PRIMARY KEY(`mark`, `story_id`)
);
--> statement-breakpoint
CREATE INDEX `media_uses_of_story` ON `media_uses` (`story_id`);--> statement-breakpoint
-- Wherever a story names a file of ours: cut at each `/media/`, what follows begins with the name. A picture's goes on
-- with `-` behind its digits, a sound's or film's with its kind.
CREATE TRIGGER story_uses_media_new AFTER INSERT ON stories
WHEN instr(new.audio || new.video || new.body || coalesce(new.body_doc, ''), '/media/') > 0
BEGIN
  INSERT OR IGNORE INTO media_uses (mark, story_id)
  SELECT substr(value, 1, 20), new.id
  FROM json_each('[' || replace(json_quote(new.audio || ' ' || new.video || ' ' || new.body || ' ' || coalesce(new.body_doc, '')), '/media/', '","') || ']')
  WHERE key > 0 AND substr(value, 21, 1) = '.';
END;
--> statement-breakpoint
CREATE TRIGGER story_uses_media AFTER UPDATE OF audio, video, body, body_doc ON stories
WHEN new.audio IS NOT old.audio OR new.video IS NOT old.video OR new.body IS NOT old.body OR new.body_doc IS NOT old.body_doc
BEGIN
  DELETE FROM media_uses WHERE story_id = new.id;
  INSERT OR IGNORE INTO media_uses (mark, story_id)
  SELECT substr(value, 1, 20), new.id
  FROM json_each('[' || replace(json_quote(new.audio || ' ' || new.video || ' ' || new.body || ' ' || coalesce(new.body_doc, '')), '/media/', '","') || ']')
  WHERE key > 0 AND substr(value, 21, 1) = '.';
END;
--> statement-breakpoint
CREATE TRIGGER story_uses_media_gone AFTER DELETE ON stories
BEGIN
  DELETE FROM media_uses WHERE story_id = old.id;
END;
--> statement-breakpoint
INSERT OR IGNORE INTO media_uses (mark, story_id)
SELECT substr(cut.value, 1, 20), stories.id
FROM stories, json_each('[' || replace(json_quote(audio || ' ' || video || ' ' || body || ' ' || coalesce(body_doc, '')), '/media/', '","') || ']') AS cut
WHERE instr(audio || video || body || coalesce(body_doc, ''), '/media/') > 0
  AND cut.key > 0 AND substr(cut.value, 21, 1) = '.';
--> statement-breakpoint
-- What was sent in before there was a library stands in the audit,
INSERT OR IGNORE INTO media_files (file, kind, bytes, uploaded_by, created_at)
SELECT subject, CASE WHEN subject GLOB '*.mp4' OR subject GLOB '*.webm' THEN 'video' ELSE 'audio' END,
  json_extract(after, '$.bytes'), CASE actor_kind WHEN 'staff' THEN actor_id END, at
FROM audit_entries WHERE verb = 'keep-media' AND subject_kind = 'media' ORDER BY id;
--> statement-breakpoint
-- and what the operator's command had laid there is told by the stories that play it.
INSERT OR IGNORE INTO media_files (file, kind, seconds, created_at)
SELECT substr(video, 8), 'video', max(video_seconds), min(created_at)
FROM stories WHERE id IN (SELECT story_id FROM media_uses) AND substr(video, 1, 7) = '/media/' AND substr(video, 28, 1) = '.'
GROUP BY video;
--> statement-breakpoint
INSERT OR IGNORE INTO media_files (file, kind, seconds, created_at)
SELECT substr(audio, 8), 'audio', max(audio_seconds), min(created_at)
FROM stories WHERE id IN (SELECT story_id FROM media_uses) AND substr(audio, 1, 7) = '/media/' AND substr(audio, 28, 1) = '.'
GROUP BY audio;
--> statement-breakpoint
UPDATE media_files SET seconds = (
  SELECT max(CASE WHEN video = '/media/' || file THEN video_seconds ELSE audio_seconds END)
  FROM media_uses JOIN stories ON stories.id = story_id
  WHERE mark = substr(file, 1, 20) AND '/media/' || file IN (video, audio)
) WHERE seconds IS NULL;
