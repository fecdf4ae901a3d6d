CREATE TABLE `media_subtitles` (
	`file` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`file`) REFERENCES `media_files`(`file`) ON UPDATE no action ON DELETE cascade
);
