ALTER TABLE `media_files` ADD `poster_id` integer REFERENCES pictures(id);--> statement-breakpoint
CREATE INDEX `media_files_by_poster` ON `media_files` (`poster_id`);