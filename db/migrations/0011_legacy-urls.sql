CREATE TABLE `legacy_urls` (
	`path` text PRIMARY KEY NOT NULL,
	`wp_post_id` integer,
	`target_kind` text NOT NULL,
	`target` text DEFAULT '' NOT NULL,
	`status` integer DEFAULT 301 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `legacy_urls_wp_post_id_unique` ON `legacy_urls` (`wp_post_id`);--> statement-breakpoint
CREATE INDEX `legacy_urls_of_target` ON `legacy_urls` (`target_kind`,`target`);