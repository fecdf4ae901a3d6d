ALTER TABLE `comments` ADD `network` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_shown_in_thread` ON `comments` (`root_id`,`id`) WHERE state = 'visible';--> statement-breakpoint
CREATE INDEX `comments_from_network` ON `comments` (`network`,`created_at`);