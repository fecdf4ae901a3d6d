ALTER TABLE `bans` ADD `answer` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `bans` ADD `answered_at` integer;--> statement-breakpoint
CREATE INDEX `moderation_actions_by_member` ON `moderation_actions` (`staff_id`,`id`);