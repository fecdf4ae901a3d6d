CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`terms_version` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `section_readings` (
	`hour` integer NOT NULL,
	`section_id` integer NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	`quarters` integer DEFAULT 0 NOT NULL,
	`halves` integer DEFAULT 0 NOT NULL,
	`three_quarters` integer DEFAULT 0 NOT NULL,
	`reads` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`hour`, `section_id`),
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `source_readings` (
	`day` integer NOT NULL,
	`source` text NOT NULL,
	`views` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `source`)
);
--> statement-breakpoint
DROP INDEX `view_counts_by_hour`;--> statement-breakpoint
CREATE INDEX `view_counts_by_hour` ON `view_counts` (`hour`,`story_id`,`views`);
--> statement-breakpoint
INSERT INTO section_readings (hour, section_id, views, quarters, halves, three_quarters, reads)
SELECT hour, section_id, sum(views), sum(quarters), sum(halves), sum(three_quarters), sum(reads)
FROM view_counts JOIN stories ON stories.id = story_id GROUP BY hour, section_id;
--> statement-breakpoint
INSERT INTO source_readings (day, source, views)
SELECT day, source, sum(views) FROM view_source_counts GROUP BY day, source;
--> statement-breakpoint
-- Whatever writes, folds or removes readings, the sums follow by what it changed. A story that has gone to another
-- section in between takes from there what it brings elsewhere in the same day: the sums of whole days stay right.
CREATE TRIGGER view_counts_are_summed_new AFTER INSERT ON view_counts
BEGIN
  INSERT INTO section_readings (hour, section_id, views, quarters, halves, three_quarters, reads)
  SELECT new.hour, section_id, new.views, new.quarters, new.halves, new.three_quarters, new.reads
  FROM stories WHERE id = new.story_id
  ON CONFLICT (hour, section_id) DO UPDATE SET
    views = views + excluded.views, quarters = quarters + excluded.quarters, halves = halves + excluded.halves,
    three_quarters = three_quarters + excluded.three_quarters, reads = reads + excluded.reads;
END;
--> statement-breakpoint
CREATE TRIGGER view_counts_are_summed AFTER UPDATE ON view_counts
WHEN new.views <> old.views OR new.quarters <> old.quarters OR new.halves <> old.halves
  OR new.three_quarters <> old.three_quarters OR new.reads <> old.reads
BEGIN
  INSERT INTO section_readings (hour, section_id, views, quarters, halves, three_quarters, reads)
  SELECT new.hour, section_id, new.views - old.views, new.quarters - old.quarters, new.halves - old.halves,
    new.three_quarters - old.three_quarters, new.reads - old.reads
  FROM stories WHERE id = new.story_id
  ON CONFLICT (hour, section_id) DO UPDATE SET
    views = views + excluded.views, quarters = quarters + excluded.quarters, halves = halves + excluded.halves,
    three_quarters = three_quarters + excluded.three_quarters, reads = reads + excluded.reads;
END;
--> statement-breakpoint
CREATE TRIGGER view_counts_are_summed_gone AFTER DELETE ON view_counts
BEGIN
  INSERT INTO section_readings (hour, section_id, views, quarters, halves, three_quarters, reads)
  SELECT old.hour, section_id, -old.views, -old.quarters, -old.halves, -old.three_quarters, -old.reads
  FROM stories WHERE id = old.story_id
  ON CONFLICT (hour, section_id) DO UPDATE SET
    views = views + excluded.views, quarters = quarters + excluded.quarters, halves = halves + excluded.halves,
    three_quarters = three_quarters + excluded.three_quarters, reads = reads + excluded.reads;
END;
--> statement-breakpoint
CREATE TRIGGER view_source_counts_are_summed_new AFTER INSERT ON view_source_counts
BEGIN
  INSERT INTO source_readings (day, source, views) VALUES (new.day, new.source, new.views)
  ON CONFLICT (day, source) DO UPDATE SET views = views + excluded.views;
END;
--> statement-breakpoint
CREATE TRIGGER view_source_counts_are_summed AFTER UPDATE ON view_source_counts
WHEN new.views <> old.views
BEGIN
  INSERT INTO source_readings (day, source, views) VALUES (new.day, new.source, new.views - old.views)
  ON CONFLICT (day, source) DO UPDATE SET views = views + excluded.views;
END;
--> statement-breakpoint
CREATE TRIGGER view_source_counts_are_summed_gone AFTER DELETE ON view_source_counts
BEGIN
  INSERT INTO source_readings (day, source, views) VALUES (old.day, old.source, -old.views)
  ON CONFLICT (day, source) DO UPDATE SET views = views + excluded.views;
END;
--> statement-breakpoint
INSERT INTO search_state (id, terms_version) VALUES (1, 0);
